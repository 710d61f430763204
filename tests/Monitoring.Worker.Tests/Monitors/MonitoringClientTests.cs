using System.Net;
using System.Text;
using AspireMl.Contracts.Clients;
using AspireMl.Contracts.Datasets;
using AspireMl.Contracts.Monitoring;
using AspireMl.Inference.Api.Tests.Harness;
using AspireMl.Monitoring.Worker.Tests.Harness;
using AspireMl.Testing;

namespace AspireMl.Monitoring.Worker.Tests.Monitors;

[Collection(SharedPostgres.Name)]
public sealed class MonitoringClientTests(PostgresFixture postgres)
{
    [Fact]
    public async Task The_client_speaks_with_the_service()
    {
        await using var worker = MonitoringWorker.Start(await postgres.Server.CreateDatabaseAsync());
        using var http = worker.CreateClient();
        var client = new MonitoringClient(http);
        var roaster = await new Roaster(worker.Services).CreateAsync();
        await roaster.AddRowsAsync(DatasetSplits.Training, Readings.Make(200, 1).AsRows(), Roaster.Start);
        await roaster.AnswerAsync(Readings.Make(200, 2, hotter: 50).AsAnswers(), DateTimeOffset.UtcNow.AddMinutes(-30));

        var report = await client.GetDriftAsync(Roaster.Model, new() { Window = "1h", Methods = ["ks", "psi"] });
        Assert.Equal(2, report.Columns[0].Results.Count);
        Assert.Equal(report.ReportId, (await client.GetReportAsync<DriftReport>(report.ReportId)).ReportId);
        Assert.Contains("<svg", await client.ReadReportPageAsync(report.ReportId), StringComparison.Ordinal);
        Assert.Single((await client.ListReportsAsync(Roaster.Model, new() { Kind = ReportKinds.DataDrift })).Items);

        var added = await client.AddMonitorAsync(new(new() { Name = "features", Model = Roaster.Model, DriftedShare = 0.3 }));
        await client.RunMonitorAsync(added.MonitorId);
        await Eventually.TrueAsync(async () => (await client.ListAlertsAsync(Roaster.Model, AlertStates.Open)).Items.Count == 1);
        var alert = (await client.ListAlertsAsync()).Items[0];
        Assert.Equal(AlertStates.Acknowledged, (await client.AcknowledgeAsync(alert.AlertId)).State);
        Assert.Equal("2h", (await client.ChangeMonitorAsync(added.MonitorId, new(added.Settings with { Every = "2h" }))).Settings.Every);
        Assert.Equal(added.MonitorId, (await client.GetMonitorAsync(added.MonitorId)).MonitorId);
        await client.DeleteMonitorAsync(added.MonitorId);
        Assert.Empty(await client.ListMonitorsAsync(Roaster.Model));

        using var file = new MemoryStream(Encoding.UTF8.GetBytes("a\n1.5\n2.5\n"));
        using var same = new MemoryStream(file.ToArray());
        Assert.False((await client.CompareAsync(file, same, ["ks"])).Drifted);
        var refused = await Assert.ThrowsAsync<ApiException>(() => client.GetDriftAsync("nothing", new()));
        Assert.Equal(HttpStatusCode.NotFound, refused.Status);
    }
}
