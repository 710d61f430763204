using AspireMl.Contracts.Datasets;
using AspireMl.Contracts.Jobs;
using AspireMl.Contracts.Models;
using AspireMl.Contracts.Simulation;
using AspireMl.Contracts.Training;
using AspireMl.Testing;

namespace AspireMl.Loops.Tests.Tabular;

/// <summary>Answer, capture, watch, learn, promote: with nobody at the wheel.</summary>
public sealed class TabularLoopTests
{
    const string Model = "roast-quality";
    const int Drifted = 1500;

    // So many that the error of an error of about 20 is under one.
    const int Judged = 600;

    [Fact]
    public async Task Drift_raises_an_alert_that_retrains_and_promotes_until_the_error_has_fallen()
    {
        await using var loop = await RunningLoop.StartAsync(simulated: true, servers: true);
        await loop.Simulator.ChangeAsync(new() { Scenario = SimulatorScenarios.RecipeChange });
        await LabelsAsync(loop, Drifted);
        var before = await ErrorAsync(loop);
        await loop.Monitoring.AddMonitorAsync(new(
            new() { Name = "readings", Model = Model, Every = "1m", Window = "10m", WebhookUrl = loop.AlertAddress }, RunningLoop.Secret));

        await Eventually.TrueAsync(async () => (await loop.Monitoring.ListAlertsAsync(Model)).Items.Count > 0);
        await Eventually.TrueAsync(async () => (await loop.Alertmanager.AlertsAsync()).Contains("MonitorFlagged"));
        var run = await EndOfRunAsync(loop);
        Assert.Equal((RunStatuses.Finished, RunDecisions.Promoted), (run.Status, run.Decision));
        Assert.Equal(RunTriggers.Drift, run.Request.Trigger);
        Assert.True(run.Difference!.Upper < 0, $"The new model is not better beyond doubt: {run.Reason}");

        // The service learns of it from the registry.
        var champion = "";
        await Eventually.TrueAsync(async () => (champion = (await loop.Inference.GetModelAsync(Model)).Aliases[ModelAliases.Champion]) != "1.0.0");
        // Some of the next labels belong to answers of the old champion.
        await LabelsAsync(loop, Judged + (Judged / 2));
        var after = await ErrorAsync(loop, champion);
        Assert.True(after < before, $"The error was {before:F1} and is {after:F1}.");

        await loop.ShowsEveryPanelAsync("tabular-loop");
        await loop.ShowsEveryPanelAsync("overview");

        await loop.Simulator.ChangeAsync(new() { Running = false });
        // A reading that was on its way is counted once it is in the queue, and a slow machine leaves many there.
        await Eventually.GrowsToAsync(
            async () => (await loop.Jobs.CountAsync())[JobStatuses.Finished],
            async () => (await loop.Simulator.GetAsync()).Readings);
    }

    static async Task LabelsAsync(RunningLoop loop, int count)
    {
        var start = (await loop.Simulator.GetAsync()).Labels;
        await Eventually.TrueAsync(async () => (await loop.Simulator.GetAsync()).Labels >= start + count);
    }

    static async Task<TrainingRun> EndOfRunAsync(RunningLoop loop)
    {
        TrainingRun? run = null;
        await Eventually.TrueAsync(async () =>
        {
            run = (await loop.Training.ListAsync(Model)).Items is [var newest, ..] ? newest : null;
            return run is { FinishedAt: not null };
        });
        return run!;
    }

    /// <summary>The root of the mean squared error of the newest labelled answers.</summary>
    static async Task<double> ErrorAsync(RunningLoop loop, string? version = null) =>
        Math.Sqrt((await LatestAsync(loop, version)).Average(answer => Math.Pow(answer.Predicted - answer.Actual, 2)));

    static async Task<IReadOnlyList<(double Predicted, double Actual)>> LatestAsync(RunningLoop loop, string? version)
    {
        List<(double, double)> answers = [];
        for (string? cursor = null; answers.Count < Judged;)
        {
            var page = await loop.Datasets.ListRowsAsync(Model, new() { Split = DatasetSplits.Production, Cursor = cursor });
            foreach (var row in page.Items)
            {
                var job = await loop.Jobs.GetAsync(row.InferenceId!.Value);
                if (job.Result is { } result && (version is null || job.AnsweredBy!.Version == version))
                {
                    answers.Add((result.GetProperty("predictions")[0].GetProperty("value").GetDouble(), row.Target.GetDouble()));
                }
            }

            cursor = page.NextCursor ?? throw new InvalidOperationException($"There are only {answers.Count} labelled answers.");
        }

        return answers;
    }
}
