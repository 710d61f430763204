using System.Text.RegularExpressions;
using AspireMl.Testing;

namespace AspireMl.Configuration.Tests;

/// <summary>A page of the documentation: what it links to, its headings, and its drawings.</summary>
/// <param name="Path">Where it is, from the repository's root.</param>
internal sealed partial record MarkdownPage(string Path)
{
    readonly string _text = File.ReadAllText(System.IO.Path.Combine(RepositoryRoot.Path, Path));

    /// <summary>All pages of the repository that people begin with or come to from there.</summary>
    public static IReadOnlyList<MarkdownPage> All { get; } =
    [
        new("README.md"),
        .. Directory.GetFiles(System.IO.Path.Combine(RepositoryRoot.Path, "docs"), "*.md").Order().Select(file => new MarkdownPage($"docs/{System.IO.Path.GetFileName(file)}")),
    ];

    /// <summary>Links to files of the repository: the file from its root, and the place in it or nothing.</summary>
    public IEnumerable<(string File, string Place)> Links => Link().Matches(Prose)
        .Select(link => link.Groups["target"].Value)
        .Where(target => !target.Contains("://", StringComparison.Ordinal))
        .Select(target => target.Split('#'))
        .Select(parts => (parts[0].Length == 0 ? Path : Resolve(parts[0]), parts.Length > 1 ? parts[1] : ""));

    /// <summary>The names under which its headings can be linked to, as GitHub makes them.</summary>
    public IEnumerable<string> Places => Heading().Matches(Prose)
        .Select(heading => Dropped().Replace(heading.Groups[1].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    /// <summary>The lines of its drawings.</summary>
    public IEnumerable<string> Drawn => Drawing().Matches(_text).SelectMany(drawing => drawing.Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries));

    // Without what stands in blocks of code.
    string Prose => Code().Replace(_text, "");

    string Resolve(string target) => System.IO.Path.GetRelativePath(
        RepositoryRoot.Path, System.IO.Path.GetFullPath(System.IO.Path.Combine(RepositoryRoot.Path, System.IO.Path.GetDirectoryName(Path)!, target)));

    [GeneratedRegex(@"\]\((?<target>[^()\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex Dropped();

    [GeneratedRegex("^ *```.*?^ *```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(@"^```mermaid\nflowchart [A-Z]+\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Drawing();
}
