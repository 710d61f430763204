using AspireMl.Contracts.Clients;
using AspireMl.Contracts.Datasets;
using AspireMl.Contracts.Monitoring;
using AspireMl.Inference.Api.Tests.Harness;
using AspireMl.Monitoring.Worker.Tests.Harness;

namespace AspireMl.Monitoring.Worker.Tests.Reports;

[Collection(SharedPostgres.Name)]
public sealed class QualityReportTests(PostgresFixture postgres) : IAsyncLifetime
{
    static readonly ReportRequest Request = new() { Window = "1h", To = Roaster.AnswersStart.AddHours(1) };

    MonitoringWorker _worker = null!;
    MonitoringClient _client = null!;
    Roaster _roaster = null!;

    public async Task InitializeAsync()
    {
        _worker = MonitoringWorker.Start(await postgres.Server.CreateDatabaseAsync());
        _client = new(_worker.CreateClient());
        _roaster = await new Roaster(_worker.Services).CreateAsync();
        await _roaster.AddRowsAsync(DatasetSplits.Training, Readings.Make(500, 1).AsRows(), Roaster.Start);
    }

    public async Task DisposeAsync() => await _worker.DisposeAsync();

    [Fact]
    public async Task Rows_like_the_training_rows_are_in_order()
    {
        await _roaster.AnswerAsync(Readings.Make(500, 2).AsAnswers(), Roaster.AnswersStart);

        var report = await _client.GetQualityAsync(Roaster.Model, Request);

        Assert.False(report.Flagged);
        Assert.Empty(report.Findings);
        Assert.Equal(["temperature", "moisture", "recipe"], report.Columns.Select(column => column.Name));
    }

    [Fact]
    public async Task Missing_stuck_impossible_and_repeated_values_are_found()
    {
        var readings = Readings.Make(500, 2).AsAnswers();
        for (var row = 0; row < readings.Count; row++)
        {
            readings[row].Features[0] = row % 5 == 0 ? float.NaN : row % 7 == 0 ? 999 : 200;
            readings[row].Features[1] = 10;
        }

        await _roaster.AnswerAsync(readings, Roaster.AnswersStart);
        var report = await _client.GetQualityAsync(Roaster.Model, Request);

        Assert.Equal(0.2, report.Columns[0].Missing.Current, 9);
        Assert.Equal(
            [(QualityChecks.Missing, "temperature"), (QualityChecks.OutOfRange, "temperature"), (QualityChecks.Constant, "moisture"), (QualityChecks.Duplicates, null)],
            report.Findings.Select(finding => (finding.Check, finding.Column)));
        Assert.Contains("out-of-range", await _client.ReadReportPageAsync(report.ReportId), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correlation_that_breaks_is_found()
    {
        var random = new Random(3);
        await _roaster.AnswerAsync(
            [.. Readings.Make(500, 2).Select(reading => (new[] { (float)(200 + (10 * (reading.Features[1] - 10)) + random.NextDouble()), (float)reading.Features[1], 1f }, 0f))],
            Roaster.AnswersStart);

        var report = await _client.GetQualityAsync(Roaster.Model, Request);

        Assert.Equal((QualityChecks.Correlation, "moisture, temperature"), report.Findings.Select(finding => (finding.Check, finding.Column)).Last());
        Assert.InRange(report.Correlations[0].Current, 0.99, 1);
    }
}
