using System.Net.Http.Json;
using AspireMl.Contracts.Datasets;
using AspireMl.Contracts.Monitoring;
using AspireMl.Inference.Api.Tests.Harness;
using AspireMl.Inference.Api.Tests.Telemetry;
using AspireMl.Monitoring.Worker.Tests.Harness;
using AspireMl.Testing;

namespace AspireMl.Monitoring.Worker.Tests.Telemetry;

[Collection(SharedPostgres.Name)]
public sealed class MetricsPageTests(PostgresFixture postgres)
{
    // The page lists the metrics of other services, too.
    static readonly string[] Prefixes = ["aspireml_monitor_", "aspireml_alerts_", "aspireml_webhook_", "aspireml_retention_"];

    [Fact]
    public async Task The_page_of_metrics_and_a_running_worker_agree()
    {
        await using var worker = MonitoringWorker.Start(
            await postgres.Server.CreateDatabaseAsync(), ("Telemetry:Refresh", "00:00:00.050"));
        using var client = worker.CreateClient();
        var roaster = await new Roaster(worker.Services).CreateAsync();
        await roaster.AddRowsAsync(DatasetSplits.Training, Readings.Make(200, 1).AsRows(), Roaster.Start);
        await roaster.AnswerAsync(Readings.Make(200, 2, hotter: 50).AsAnswers(), DateTimeOffset.UtcNow.AddMinutes(-30));
        // Two monitors of one name make one series.
        var settings = new MonitorSettings { Name = "features", Model = Roaster.Model, DriftedShare = 0.3 };
        await client.PostAsJsonAsync("/v1/monitors", new MonitorRequest(settings));
        await client.PostAsJsonAsync("/v1/monitors", new MonitorRequest(settings));

        var listed = MetricFamilies.OfPage(occasional: true).Where(family => Array.Exists(Prefixes, family.Key.StartsWith)).ToDictionary();
        var scrape = "";
        var emitted = Own([]);
        // Gauges are read one after another, and a run may end between two of them: only a later page shows it whole.
        await Eventually.TrueAsync(async () =>
        {
            scrape = await client.GetStringAsync("/metrics");
            emitted = Own(MetricFamilies.OfScrape(scrape));
            return listed.Keys.All(emitted.ContainsKey);
        });

        Assert.Equal(listed.Keys.Order(), emitted.Keys.Order());
        Assert.All(listed.Values, family =>
        {
            Assert.Equal((family.Name, family.Type), (family.Name, emitted[family.Name].Type));
            Assert.Equal(family.Labels.Order(), emitted[family.Name].Labels.Order());
        });
        string[] series = [.. scrape.Split('\n').Where(line => line.StartsWith("aspireml_monitor_flagged{", StringComparison.Ordinal))];
        Assert.EndsWith(" 1", Assert.Single(series), StringComparison.Ordinal);
    }

    static Dictionary<string, MetricFamily> Own(Dictionary<string, MetricFamily> families) =>
        families.Where(family => family.Key.StartsWith("aspireml_", StringComparison.Ordinal)).ToDictionary();
}
