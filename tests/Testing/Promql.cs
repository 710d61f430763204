using System.Text.RegularExpressions;

namespace AspireMl.Testing;

/// <summary>What a query of Prometheus asks for.</summary>
public static partial class Promql
{
    static readonly string[] Words = ["and", "or", "unless", "by", "without", "on", "ignoring", "group_left", "group_right", "offset", "bool"];
    static readonly Lazy<string> Page = new(() => File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "metrics.md")));

    /// <summary>The names of the series that a query reads.</summary>
    public static IReadOnlySet<string> MetricsOf(string expression) => Name().Matches(Decoration().Replace(expression, " "))
        .Select(name => name.Value)
        .Except(Words)
        .ToHashSet();

    /// <summary>Whether docs/metrics.md has a row for a series; those of a histogram are in its row.</summary>
    public static bool IsDocumented(string metric) => Array.Exists([metric, HistogramPart().Replace(metric, "")], name => Page.Value.Contains($"| `{name}` |", StringComparison.Ordinal));

    // Texts, labels and windows.
    [GeneratedRegex("""
        "[^"]*"|\{[^}]*\}|\[[^]]*\]|\b(?:by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)
        """)]
    private static partial Regex Decoration();

    // Functions are followed by a parenthesis.
    [GeneratedRegex(@"(?<![\w:.$])(?>[a-zA-Z_:][\w:]*)(?!\s*\()")]
    private static partial Regex Name();

    [GeneratedRegex("_(?:bucket|sum|count)$")]
    private static partial Regex HistogramPart();
}
