using AspireMl.Contracts.Clients;
using AspireMl.Contracts.Datasets;
using AspireMl.Contracts.Monitoring;
using AspireMl.Inference.Api.Tests.Harness;
using AspireMl.Monitoring.Worker.Tests.Harness;

namespace AspireMl.Monitoring.Worker.Tests.Reports;

[Collection(SharedPostgres.Name)]
public sealed class PerformanceReportTests(PostgresFixture postgres) : IAsyncLifetime
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
        await _roaster.InstallAsync("2.0.0");
        await _roaster.AddRowsAsync(DatasetSplits.Training, Readings.Make(500, 1).AsRows(), Roaster.Start);
        await _roaster.AddRowsAsync(DatasetSplits.Testing, Readings.Make(500, 5).AsRows(), Roaster.Start);
    }

    public async Task DisposeAsync() => await _worker.DisposeAsync();

    [Fact]
    public async Task Before_labels_come_there_is_an_estimate_with_its_error()
    {
        await AnswerAsync(Readings.Make(500, 6), worse: 0);

        var report = await _client.GetPerformanceAsync(Roaster.Model, Request);

        // The noise of the readings has a deviation of 4, and that is all that the model gets wrong.
        Assert.Equal(("testing", 500, 0), (report.Reference.Name, report.Reference.Rows, report.Labelled));
        Assert.InRange(report.ReferenceMetrics!.Rmse.Value, 3.7, 4.3);
        Assert.Null(report.Metrics);
        Assert.InRange(4.0, report.Estimate!.Rmse.Lower, report.Estimate.Rmse.Upper);
        Assert.InRange(report.Estimate.MaeError, 0.001, 0.5);
        Assert.False(report.Flagged);
    }

    [Fact]
    public async Task Labels_are_joined_with_the_answers_that_they_belong_to()
    {
        var readings = Readings.Make(200, 6);
        var ids = await AnswerAsync(readings, worse: 0);
        // Half of the answers get their label, in another order, and one label belongs to no answer.
        var labels = readings.Zip(ids, (reading, id) => (reading.Features, reading.Quality, (Guid?)id)).Take(100).Reverse().Append((readings[0].Features, 0, Guid.CreateVersion7()));
        await _roaster.AddRowsAsync(DatasetSplits.Production, labels, Roaster.AnswersStart.AddMinutes(-40));

        var report = await _client.GetPerformanceAsync(Roaster.Model, Request with { Window = "2h" });

        Assert.Equal(100, report.Labelled);
        Assert.InRange(report.Metrics!.Rmse.Value, 3.3, 4.7);
        Assert.InRange(report.Metrics.R2!.Value, 0.8, 1);
        Assert.False(report.Flagged);
    }

    [Fact]
    public async Task A_model_that_has_become_worse_is_flagged_and_shown()
    {
        var readings = Readings.Make(100, 6);
        var ids = await AnswerAsync(readings, worse: 8);
        await _roaster.AddRowsAsync(
            DatasetSplits.Production, readings.Zip(ids, (reading, id) => (reading.Features, reading.Quality, (Guid?)id)), Roaster.AnswersStart.AddMinutes(-40));

        var report = await _client.GetPerformanceAsync(Roaster.Model, Request with { Window = "2h" });

        Assert.True(report.Flagged);
        Assert.True(report.Metrics!.Rmse.Lower > report.ReferenceMetrics!.Rmse.Upper);
        var page = await _client.ReadReportPageAsync(report.ReportId);
        Assert.Contains("Worse than it should be", page, StringComparison.Ordinal);
        var kept = (await _client.ListReportsAsync(Roaster.Model, new() { Kind = ReportKinds.Performance })).Items[0];
        Assert.Equal(["mae", "rmse"], kept.Figures.Where(figure => figure.Flagged).Select(figure => figure.Name));
    }

    [Fact]
    public async Task Without_the_package_labels_still_speak_and_the_report_says_why_there_is_no_estimate()
    {
        await _roaster.RegisterAsync("3.0.0", Roaster.Features);
        await AnswerAsync(Readings.Make(100, 6), worse: 0);

        var report = await _client.GetPerformanceAsync(Roaster.Model, Request);

        Assert.Null(report.Estimate);
        Assert.Contains("object store", report.NoEstimate, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Predictions_drift_from_what_the_champion_predicts_for_the_training_rows()
    {
        await AnswerAsync(Readings.Make(500, 2), worse: 0);
        await AnswerAsync(Readings.Make(500, 2, hotter: 30), worse: 0, after: TimeSpan.FromHours(2));

        var usual = await _client.GetPredictionDriftAsync(Roaster.Model, Request with { Methods = ["psi"] });
        var hot = await _client.GetPredictionDriftAsync(Roaster.Model, Request with { To = Roaster.AnswersStart.AddHours(3), Methods = ["psi"] });

        Assert.Equal((500, "prediction", false), (usual.Reference.Rows, usual.Columns[0].Name, usual.Drifted));
        Assert.True(hot.Drifted);
    }

    // What the model of the package would have answered, or worse by a constant.
    Task<Guid[]> AnswerAsync((double[] Features, double Quality)[] readings, float worse, TimeSpan after = default) => _roaster.AnswerAsync(
        [.. readings.Select(reading => (
            Array.ConvertAll(reading.Features, value => (float)value),
            worse + (float)(360 + (reading.Features[0] - 200) - (5 * (reading.Features[1] - 10)) + (20 * (reading.Features[2] - 0.5)))))],
        Roaster.AnswersStart + after,
        "2.0.0");
}
