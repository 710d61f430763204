using System.Diagnostics;
using AspireMl.Inference.Api.Tests.Harness;
using AspireMl.Testing;
using Npgsql;

namespace AspireMl.Inference.Api.Tests.Telemetry;

[Collection(SharedPostgres.Name)]
public sealed class DashboardTests(PostgresFixture postgres)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // The others need all services and are tested with the loops.
    static readonly string[] Tested = ["document-questions", "queue-and-jobs", "infrastructure"];

    // Debian has no MinIO, and cAdvisor needs containers to tell of; nothing here runs either.
    static readonly string[] WithoutServer = ["MinIO", "Containers"];

    public static TheoryData<string> Names => [.. Dashboard.Names];

    [Fact]
    public async Task Every_panel_shows_something_when_prometheus_scrapes_the_running_service_and_its_servers()
    {
        await using var node = ExporterProcess.Start("prometheus-node-exporter");
        await using var database = ExporterProcess.Start("prometheus-postgres-exporter", ("DATA_SOURCE_NAME", AddressOfDatabase()));
        await using var broker = await RabbitMqServer.StartNewAsync(metrics: true);
        await using var api = await InferenceApi.StartWithColoursAsync(
            await postgres.Server.CreateDatabaseAsync(), ("ConnectionStrings:queue", broker.ConnectionString), ("Jobs:BacklogRefresh", "00:00:01"));
        await using var prometheus = await PrometheusServer.StartAsync(
        [
            ("inference-api", api.Client.BaseAddress!),
            ("queue", broker.MetricsAddress),
            ("node-exporter", node.Address),
            ("postgres-exporter", database.Address),
        ]);
        await EndAConnectionAsync(api.Client.BaseAddress!);
        // Heap sizes are measured at collections, and a service under test may not have had one.
        GC.Collect();
        IReadOnlyList<PanelQuery> empty = [.. Tested.SelectMany(name => new Dashboard(name).QueriesWithout(WithoutServer))];
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
    [InlineData("overview", "Now", "Requests", "Answers", "Models")]
    [InlineData("queue-and-jobs", "Now", "Jobs", "Workers", "RabbitMQ")]
    [InlineData("infrastructure", "Processes", "Connections", "PostgreSQL", "RabbitMQ", "MinIO", "Containers", "Node")]
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
    [MemberData(nameof(Names))]
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

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_panel_asks_for_metrics_that_are_documented_or_recorded(string name)
    {
        var rules = File.ReadAllText(Path.Combine(PrometheusServer.Folder, "rules", "recording.yml"));

        Assert.All(new Dashboard(name).Queries.SelectMany(query => Promql.MetricsOf(query.Filled)).Distinct(), metric =>
            Assert.True(Promql.IsDocumented(metric) || rules.Contains($"record: {metric}\n", StringComparison.Ordinal), metric));
    }

    [Fact]
    public void Every_dashboard_is_explained_in_the_page_of_alerts()
    {
        var page = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "alerts.md"));

        Assert.All(Dashboard.Names, name => Assert.Contains($"| *{new Dashboard(name).Json.GetProperty("title").GetString()}* | `{name}` |", page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("promtool", "check", "config", "prometheus/prometheus.yml")]
    [InlineData("node", "eng/dashboards/make.mjs", "--check")]
    public async Task Tools_accept_the_configuration_of_prometheus_and_that_dashboards_are_what_their_source_says(string tool, params string[] arguments)
    {
        var result = await ToolProcess.RunAsync(tool, arguments);

        Assert.True(result.ExitCode == 0, result.Written);
    }

    // Connections are measured when they end.
    static async Task EndAConnectionAsync(Uri service)
    {
        using var passing = new HttpClient { BaseAddress = service };
        (await passing.GetAsync("/v1/models")).Dispose();
    }

    string AddressOfDatabase()
    {
        var address = new NpgsqlConnectionStringBuilder(postgres.Server.ConnectionString("postgres"));
        return $"postgresql://{address.Username}:{address.Password}@{address.Host}:{address.Port}/{address.Database}?sslmode=disable";
    }
}
