using System.Text.RegularExpressions;

namespace AspireMl.Testing;

/// <summary>What a query of Prometheus asks for.</summary>
public static partial class Promql
{
    static readonly string[] Words = ["and", "or", "unless", "by", "without", "on", "ignoring", "group_left", "group_right", "offset", "bool"];

    /// <summary>The names of the series that a query reads, a histogram by its own name.</summary>
    public static IReadOnlySet<string> MetricsOf(string expression) => Name().Matches(Decoration().Replace(expression, " "))
        .Select(name => name.Value)
        .Except(Words)
        .Select(name => HistogramPart().Replace(name, ""))
        .ToHashSet();

    // Texts, labels and windows.
    [GeneratedRegex("""
        "[^"]*"|\{[^}]*\}|\[[^]]*\]|\b(?:by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)
        """)]
    private static partial Regex Decoration();

    // Functions are followed by a parenthesis.
    [GeneratedRegex(@"(?<![\w:.$])(?>[a-zA-Z_:][\w:]*)(?!\s*\()")]
    private static partial Regex Name();

    // Recorded series have colons and keep their whole name.
    [GeneratedRegex(@"(?<=^[^:]+)_(?:bucket|sum|count)$")]
    private static partial Regex HistogramPart();
}
