using System.Text.Json;
using AspireMl.Testing;

namespace AspireMl.Inference.Api.Tests.Telemetry;

/// <summary>A panel of the dashboard and one of its queries.</summary>
sealed record PanelQuery(string Panel, string Expression)
{
    /// <summary>The query as Grafana would send it, for a scrape every second.</summary>
    public string Filled => Expression
        .Replace("$__rate_interval", "10s", StringComparison.Ordinal)
        .Replace("$__range", "2m", StringComparison.Ordinal)
        .Replace("$model", ".+", StringComparison.Ordinal);
}

/// <summary>The dashboard <em>Document questions</em>.</summary>
static class Dashboard
{
    public static string GrafanaFolder { get; } = Path.Combine(RepositoryRoot.Path, "grafana");

    public static JsonElement Json { get; } =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(GrafanaFolder, "dashboards", "document-questions.json"))).RootElement;

    public static IReadOnlyList<JsonElement> Panels { get; } = [.. Json.GetProperty("panels").EnumerateArray()];

    public static IReadOnlyList<string> Rows { get; } =
        [.. Panels.Where(panel => TypeOf(panel) == "row").Select(row => row.GetProperty("title").GetString()!)];

    public static IReadOnlyList<PanelQuery> Queries { get; } =
        [.. from panel in Panels
            where TypeOf(panel) != "row"
            from target in panel.GetProperty("targets").EnumerateArray()
            select new PanelQuery(panel.GetProperty("title").GetString()!, target.GetProperty("expr").GetString()!)];

    public static string TypeOf(JsonElement panel) => panel.GetProperty("type").GetString()!;
}
