using System.Diagnostics;
using AspireMl.Inference.Api.Tests.Harness;
using AspireMl.Testing;

namespace AspireMl.Inference.Api.Tests.Telemetry;

[Collection(SharedPostgres.Name)]
public sealed class DashboardTests(PostgresFixture postgres)
{
    static readonly Dashboard DocumentQuestions = new("document-questions");
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Every_panel_shows_something_when_prometheus_scrapes_the_running_service()
    {
        await using var api = await InferenceApi.StartWithColoursAsync(await postgres.Server.CreateDatabaseAsync());
        await using var prometheus = await PrometheusServer.StartAsync([("inference-api", api.Client.BaseAddress!)]);
        await Eventually.TrueAsync(async () => (await prometheus.QueryAsync("""up{job="inference-api"} == 1""")).Count == 1);

        // Heap sizes are measured at collections, and a service under test may not have had one.
        GC.Collect();
        var empty = DocumentQuestions.Queries;
        for (var watch = Stopwatch.StartNew(); empty.Count > 0 && watch.Elapsed < Patience; await Task.Delay(500))
        {
            await Traffic.SendAsync(api);
            empty = await prometheus.EmptyOnesAsync(empty);
        }

        Assert.Empty(empty);
    }

    [Theory]
    [InlineData("document-questions", "Input", "System", "Model", "Output")]
    [InlineData("tabular-loop", "Readings", "Queue", "Watching", "Learning")]
    [InlineData("image-classification", "Requests", "Model", "Watching", "People and learning")]
    public void Panels_have_titles_and_words_of_their_own_and_do_not_overlap(string name, params string[] rows)
    {
        var dashboard = new Dashboard(name);
        Assert.Equal(rows, dashboard.Rows);
        Assert.Equal(dashboard.Panels.Count, dashboard.Panels.Select(panel => panel.GetProperty("title").GetString()).Distinct().Count());
        Assert.Equal(dashboard.Panels.Count, dashboard.Panels.Select(panel => panel.GetProperty("id").GetInt32()).Distinct().Count());
        Assert.All(dashboard.Panels.Where(panel => Dashboard.TypeOf(panel) != "row"), panel =>
            Assert.NotEmpty(panel.GetProperty("description").GetString()!));

        var taken = new HashSet<(int X, int Y)>();
        foreach (var place in dashboard.Panels.Select(panel => panel.GetProperty("gridPos")))
        {
            var (x, y) = (place.GetProperty("x").GetInt32(), place.GetProperty("y").GetInt32());
            var (width, height) = (place.GetProperty("w").GetInt32(), place.GetProperty("h").GetInt32());
            Assert.InRange(x + width, 1, 24);
            Assert.All(
                from column in Enumerable.Range(x, width) from line in Enumerable.Range(y, height) select (column, line),
                cell => Assert.True(taken.Add(cell)));
        }
    }

    [Theory]
    [InlineData("document-questions")]
    [InlineData("tabular-loop")]
    [InlineData("image-classification")]
    public void Grafana_finds_the_data_source_and_the_dashboard_by_files(string name)
    {
        var dashboard = new Dashboard(name);
        var source = File.ReadAllText(Path.Combine(Dashboard.GrafanaFolder, "provisioning", "datasources", "prometheus.yml"));
        var provider = File.ReadAllText(Path.Combine(Dashboard.GrafanaFolder, "provisioning", "dashboards", "dashboards.yml"));
        var variable = dashboard.Json.GetProperty("templating").GetProperty("list")[0];

        Assert.Contains("type: prometheus", source);
        Assert.Contains($"name: {variable.GetProperty("current").GetProperty("text").GetString()}", source);
        Assert.Contains("path: /var/lib/grafana/dashboards", provider);
        Assert.All(dashboard.Panels.Where(panel => Dashboard.TypeOf(panel) != "row"), panel =>
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
}
