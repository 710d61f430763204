using System.Text.RegularExpressions;
using AspireMl.Testing;

namespace AspireMl.Inference.Api.Tests.Telemetry;

/// <summary>A metric as Prometheus sees it.</summary>
sealed record MetricFamily(string Name, string Type, HashSet<string> Labels);

/// <summary>Metrics by name: those that a scrape shows, and those that docs/metrics.md lists.</summary>
static partial class MetricFamilies
{
    const string Occasional = "## Seen only once it has happened";

    public static Dictionary<string, MetricFamily> OfScrape(string text)
    {
        var families = new Dictionary<string, MetricFamily>();
        MetricFamily? current = null;
        foreach (var line in text.Split('\n'))
        {
            if (TypeLine().Match(line) is { Success: true } type)
            {
                current = new(type.Groups["name"].Value, type.Groups["type"].Value, []);
                families.Add(current.Name, current);
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                current!.Labels.UnionWith(Label().Matches(line).Select(label => label.Groups["name"].Value).Where(IsOfTheMetric));
            }
        }

        return families;
    }

    /// <summary>What the page lists, without or with what is seen only after rare events.</summary>
    public static Dictionary<string, MetricFamily> OfPage(bool occasional)
    {
        var page = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "metrics.md")).Split(Occasional);
        return (occasional ? page[1] : page[0]).Split('\n')
            .Select(line => Row().Match(line))
            .Where(row => row.Success)
            .Select(row => new MetricFamily(
                row.Groups["prometheus"].Value,
                row.Groups["type"].Value,
                [.. row.Groups["attribute"].Captures.Select(attribute => attribute.Value.Replace('.', '_'))]))
            .ToDictionary(family => family.Name);
    }

    static bool IsOfTheMetric(string label) => label != "le" && !label.StartsWith("otel_scope_", StringComparison.Ordinal);

    [GeneratedRegex("^# TYPE (?<name>\\S+) (?<type>\\S+)$")]
    private static partial Regex TypeLine();

    [GeneratedRegex("[{,](?<name>[a-zA-Z_][a-zA-Z0-9_]*)=\"(?:[^\"\\\\]|\\\\.)*\"")]
    private static partial Regex Label();

    [GeneratedRegex(@"^\| `(?<otel>[a-z0-9_.]+)` \| `(?<prometheus>[a-z0-9_]+)` \| (?<type>counter|gauge|histogram) \| `(?<unit>[^`]+)` \| (?:–|(?:`(?<attribute>[^`]+)`(?:, )?)+) \| .+\. ?\|$")]
    private static partial Regex Row();
}
