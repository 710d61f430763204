using System.Reflection;
using System.Text.RegularExpressions;
using AspireMl.Testing;

namespace AspireMl.Configuration.Tests;

/// <summary>A class of options and the section that a project binds it from, as the project's sources say.</summary>
internal sealed partial record BoundOptions(string Section, Type Type)
{
    static readonly string[] Shared = ["Contracts", "Modeling"];

    /// <summary>All of a project.</summary>
    public static IReadOnlyList<BoundOptions> Of(string project)
    {
        List<BoundOptions> bound = [];
        foreach (var source in Sources(project))
        {
            var found = Bindings().Matches(source);
            // A helper that is given the section binds what its callers name.
            Assert.Equal(Regex.Count(source, @"BindConfiguration\((?!section\))"), found.Count(binding => binding.Value.Contains("BindConfiguration", StringComparison.Ordinal)));
            bound.AddRange(found.Select(binding => Read(project, binding)));
        }

        return bound;
    }

    /// <summary>The sources of a project.</summary>
    public static IEnumerable<string> Sources(string project) =>
        Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, project), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText);

    static BoundOptions Read(string project, Match binding)
    {
        var type = FindType(project, binding.Groups["type"].Value);
        return new(binding.Groups["section"] is { Success: true } section ? section.Value : (string)type.GetField("Section", BindingFlags.Static | BindingFlags.NonPublic)!.GetRawConstantValue()!, type);
    }

    static Type FindType(string project, string name) => Shared.Prepend(project)
        .SelectMany(assembly => Assembly.Load(assembly).GetTypes())
        .First(type => type.Name == name);

    [GeneratedRegex("""AddOptions<(?<type>\w+)>\((?:\)\s*\.BindConfiguration\((?:"(?<section>\w+)"|\w+\.Section)\)|"(?<section>\w+)"\))""")]
    private static partial Regex Bindings();
}
