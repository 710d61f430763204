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

    public IReadOnlyList<PanelQuery> Queries => QueriesWithout([]);

    /// <summary>The names of all dashboards.</summary>
    public static IReadOnlyList<string> Names =>
        [.. Directory.GetFiles(Path.Combine(GrafanaFolder, "dashboards"), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order()];

    /// <summary>The queries of the panels that are not below some rows.</summary>
    public IReadOnlyList<PanelQuery> QueriesWithout(IReadOnlyCollection<string> rows)
    {
        List<PanelQuery> queries = [];
        var wanted = true;
        foreach (var panel in Panels)
        {
            var title = panel.GetProperty("title").GetString()!;
            if (TypeOf(panel) == "row")
            {
                wanted = !rows.Contains(title);
            }
            else if (wanted)
            {
                queries.AddRange(panel.GetProperty("targets").EnumerateArray().Select(target => new PanelQuery(title, target.GetProperty("expr").GetString()!)));
            }
        }

        return queries;
    }

    public static string TypeOf(JsonElement panel) => panel.GetProperty("type").GetString()!;
}
