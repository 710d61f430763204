using System.Text.RegularExpressions;
using AspireMl.Testing;

namespace AspireMl.Configuration.Tests;

/// <summary>The projects of the product: they lie at the root, those of tests, benchmarks and stand-ins in folders.</summary>
internal static partial class ProductProjects
{
    /// <summary>Their names, which are those of their folders.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. Project().Matches(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "AspireMl.sln"))).Select(match => match.Groups["folder"].Value)];

    [GeneratedRegex("""["](?<folder>[^"\\]+)\\[^"\\]+\.csproj["]""")]
    private static partial Regex Project();
}
