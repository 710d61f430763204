using System.Diagnostics;
using AspireMl.Inference.Api.Tests.Harness;
using AspireMl.Testing;

namespace AspireMl.Inference.Api.Tests.Telemetry;

[Collection(SharedPostgres.Name)]
public sealed class DashboardTests(PostgresFixture postgres)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Every_panel_shows_something_when_prometheus_scrapes_the_running_service()
    {
        await using var api = await InferenceApi.StartWithKilnAsync(await postgres.Server.CreateDatabaseAsync());
        await using var prometheus = await PrometheusServer.StartAsync(api.Client.BaseAddress!);
        await Eventually.TrueAsync(async () => (await prometheus.QueryAsync("""up{job="inference-api"} == 1""")).Count == 1);

        // Heap sizes are measured at collections, and a service under test may not have had one.
        GC.Collect();
        IReadOnlyList<PanelQuery> empty = Dashboard.Queries;
        for (var watch = Stopwatch.StartNew(); empty.Count > 0 && watch.Elapsed < Patience; await Task.Delay(500))
        {
            await Traffic.SendAsync(api);
            empty = await EmptyOnesAsync(prometheus, empty);
        }

        Assert.Empty(empty);
    }

    [Fact]
    public void Panels_have_titles_and_words_of_their_own_and_do_not_overlap()
    {
        Assert.Equal(["Input", "System", "Model", "Output"], Dashboard.Rows);
        Assert.Equal(Dashboard.Panels.Count, Dashboard.Panels.Select(panel => panel.GetProperty("title").GetString()).Distinct().Count());
        Assert.Equal(Dashboard.Panels.Count, Dashboard.Panels.Select(panel => panel.GetProperty("id").GetInt32()).Distinct().Count());
        Assert.All(Dashboard.Panels.Where(panel => Dashboard.TypeOf(panel) != "row"), panel =>
            Assert.NotEmpty(panel.GetProperty("description").GetString()!));

        var taken = new HashSet<(int X, int Y)>();
        foreach (var place in Dashboard.Panels.Select(panel => panel.GetProperty("gridPos")))
        {
            var (x, y) = (place.GetProperty("x").GetInt32(), place.GetProperty("y").GetInt32());
            var (width, height) = (place.GetProperty("w").GetInt32(), place.GetProperty("h").GetInt32());
            Assert.InRange(x + width, 1, 24);
            Assert.All(
                from column in Enumerable.Range(x, width) from line in Enumerable.Range(y, height) select (column, line),
                cell => Assert.True(taken.Add(cell)));
        }
    }

    [Fact]
    public void Grafana_finds_the_data_source_and_the_dashboard_by_files()
    {
        var source = File.ReadAllText(Path.Combine(Dashboard.GrafanaFolder, "provisioning", "datasources", "prometheus.yml"));
        var provider = File.ReadAllText(Path.Combine(Dashboard.GrafanaFolder, "provisioning", "dashboards", "dashboards.yml"));
        var variable = Dashboard.Json.GetProperty("templating").GetProperty("list")[0];

        Assert.Contains("type: prometheus", source);
        Assert.Contains($"name: {variable.GetProperty("current").GetProperty("text").GetString()}", source);
        Assert.Contains("path: /var/lib/grafana/dashboards", provider);
        Assert.All(Dashboard.Panels.Where(panel => Dashboard.TypeOf(panel) != "row"), panel =>
            Assert.Equal("${datasource}", panel.GetProperty("datasource").GetProperty("uid").GetString()));
    }

    [Fact]
    public async Task Promtool_accepts_the_configuration_of_prometheus()
    {
        using var promtool = Process.Start(new ProcessStartInfo("promtool", ["check", "config", PrometheusServer.ConfigurationPath])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var said = await promtool.StandardOutput.ReadToEndAsync() + await promtool.StandardError.ReadToEndAsync();
        await promtool.WaitForExitAsync();

        Assert.True(promtool.ExitCode == 0, said);
    }

    static async Task<List<PanelQuery>> EmptyOnesAsync(PrometheusServer prometheus, IEnumerable<PanelQuery> queries)
    {
        var empty = new List<PanelQuery>();
        foreach (var query in queries)
        {
            if ((await prometheus.QueryAsync(query.Filled)).All(double.IsNaN))
            {
                empty.Add(query);
            }
        }

        return empty;
    }
}
