using System.Text.Json;

namespace AspireMl.Testing;

/// <summary>A dashboard of this repository.</summary>
public sealed class Dashboard
{
    /// <summary>Reads a dashboard.</summary>
    /// <param name="name">The file's name without its ending.</param>
    public Dashboard(string name)
    {
        Json = JsonElement.Parse(File.ReadAllText(Path.Combine(GrafanaFolder, "dashboards", $"{name}.json")));
        Panels = [.. Json.GetProperty("panels").EnumerateArray()];
    }

    public static string GrafanaFolder { get; } = Path.Combine(RepositoryRoot.Path, "grafana");

    public JsonElement Json { get; }

    public IReadOnlyList<JsonElement> Panels { get; }

    public IReadOnlyList<string> Rows => [.. Panels.Where(panel => TypeOf(panel) == "row").Select(row => row.GetProperty("title").GetString()!)];

    public IReadOnlyList<PanelQuery> Queries =>
        [.. from panel in Panels
            where TypeOf(panel) != "row"
            from target in panel.GetProperty("targets").EnumerateArray()
            select new PanelQuery(panel.GetProperty("title").GetString()!, target.GetProperty("expr").GetString()!)];

    public static string TypeOf(JsonElement panel) => panel.GetProperty("type").GetString()!;
}
