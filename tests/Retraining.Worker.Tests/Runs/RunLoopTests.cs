using System.Net;
using AspireMl.Contracts.Clients;
using AspireMl.Contracts.Datasets;
using AspireMl.Contracts.Models;
using AspireMl.Contracts.Training;
using AspireMl.Retraining.Worker.Runs.Work;
using AspireMl.Retraining.Worker.Tests.Harness;
using AspireMl.Storage.Registry;
using AspireMl.Storage.Runs;
using AspireMl.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AspireMl.Retraining.Worker.Tests.Runs;

[Collection(SharedPostgres.Name)]
public sealed class RunLoopTests(PostgresFixture fixture) : IAsyncLifetime
{
    const string Model = "roast-quality";

    string _database = "";

    public async Task InitializeAsync() => _database = await fixture.Server.CreateDatabaseAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_changed_machine_is_learned_and_a_person_can_roll_back()
    {
        await using var worker = await StartAsync();
        var training = new TrainingClient(worker.Client);
        await Rows.FillAsync(worker, Model, DatasetSplits.Training, Tables.Rows(400, 1, 0), Tables.Newest.AddDays(-30));
        await Rows.FillAsync(worker, Model, DatasetSplits.Testing, Tables.Rows(100, 2, 0), Tables.Newest.AddDays(-20));
        var first = await RunAsync(training);
        Assert.Equal((RunStatuses.Finished, RunDecisions.Promoted, 1.0), (first.Status, first.Decision, first.Progress));

        await Rows.FillAsync(worker, Model, DatasetSplits.Production, Tables.Rows(600, 3, 0.2f), Tables.Newest.AddDays(-1));
        var before = await training.EvaluateAsync(Model, DatasetSplits.Production);
        var second = await RunAsync(training);
        var after = await training.EvaluateAsync(Model, DatasetSplits.Production);

        Assert.Equal(RunDecisions.Promoted, second.Decision);
        Assert.Equal(first.RetrainedModelResults!.Model, second.PreviousModelResults!.Model);
        Assert.NotEqual(first.DataHash, second.DataHash);
        Assert.True(after.Metrics.Rmse < 0.75 * before.Metrics.Rmse, $"{before.Metrics.Rmse} became {after.Metrics.Rmse}");

        worker.Client.DefaultRequestHeaders.Add("X-Actor", "Ada");
        var decided = await training.PromoteAsync(first.RunId, "The old one was better for our beans.");
        Assert.Equal("Promoted by Ada: The old one was better for our beans.", decided.Reason);
        var move = (await worker.Services.GetRequiredService<IModelRegistry>().ListMovesAsync(new(Model) { Alias = ModelAliases.Champion }, default)).Items[0];
        Assert.Equal((second.RetrainedModelResults!.Model, first.RetrainedModelResults.Model, "Ada"), (move.From, move.To, move.MovedBy));
        Assert.Equal([second.RunId, first.RunId], (await training.ListAsync(Model)).Items.Select(run => run.RunId));
    }

    [Fact]
    public async Task A_run_whose_worker_was_killed_goes_on_and_comes_to_the_same_end()
    {
        await using var worker = await StartAsync(("Runs:Poll", "00:01:00"));
        var (training, runs) = (new TrainingClient(worker.Client), worker.Services.GetRequiredService<IRunStore>());
        await Rows.FillAsync(worker, Model, DatasetSplits.Training, Tables.Rows(300, 1, 0), Tables.Newest.AddDays(-30));
        await Rows.FillAsync(worker, Model, DatasetSplits.Testing, Tables.Rows(100, 2, 0), Tables.Newest.AddDays(-20));
        var whole = await RunAsync(training);

        // Another process takes a run and dies: nothing is heard of it any more.
        var claim = await TakeAsync(runs, training);
        await Eventually.TrueAsync(async () =>
        {
            worker.Services.GetRequiredService<RunSignal>().Set();
            return (await training.GetAsync(claim.Run.RunId)).Attempts > 1;
        });
        var resumed = await EndAsync(training, claim.Run.RunId);

        Assert.Equal((1, 2), (claim.Run.Attempts, resumed.Attempts));
        Assert.Equal((RunStatuses.Finished, whole.PackageHash), (resumed.Status, resumed.PackageHash));
    }

    [Fact]
    public async Task A_run_without_data_is_refused_and_one_with_bad_data_is_stopped_with_its_report()
    {
        await using var worker = await StartAsync();
        var training = new TrainingClient(worker.Client);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Assert.ThrowsAsync<ApiException>(() => training.RetrainAsync("nothing", new() { Reason = "try" }))).Status);

        var data = Tables.Rows(300, 1, 0);
        data.Target.AsSpan().Fill(7);
        await Rows.FillAsync(worker, Model, DatasetSplits.Training, data, Tables.Newest.AddDays(-30));
        await Rows.FillAsync(worker, Model, DatasetSplits.Testing, Tables.Rows(100, 2, 0), Tables.Newest.AddDays(-20));
        var stopped = await RunAsync(training);

        Assert.Equal((RunStatuses.Finished, RunDecisions.Stopped), (stopped.Status, stopped.Decision));
        Assert.Contains("nothing to learn", stopped.Reason, StringComparison.Ordinal);
        var report = await worker.Client.GetStringAsync($"/v1/runs/{stopped.RunId}/report?format=html");
        Assert.Contains("nothing to learn", report, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", report, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await Assert.ThrowsAsync<ApiException>(() => training.PromoteAsync(stopped.RunId, "Anyway."))).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await Assert.ThrowsAsync<ApiException>(() => training.CancelAsync(stopped.RunId))).Status);
    }

    [Fact]
    public async Task The_champion_is_evaluated_and_explained_as_json_and_as_pages()
    {
        await using var worker = await StartAsync();
        var training = new TrainingClient(worker.Client);
        await Rows.FillAsync(worker, Model, DatasetSplits.Training, Tables.Rows(400, 1, 0), Tables.Newest.AddDays(-30));
        Assert.Equal(HttpStatusCode.NotFound, (await Assert.ThrowsAsync<ApiException>(() => training.EvaluateAsync(Model, DatasetSplits.Training))).Status);
        await Rows.FillAsync(worker, Model, DatasetSplits.Testing, Tables.Rows(100, 2, 0), Tables.Newest.AddDays(-20));
        var run = await RunAsync(training);

        var evaluation = await training.EvaluateAsync(Model, DatasetSplits.Testing);
        Assert.Equal(run.RetrainedModelResults!.Rmse, evaluation.Metrics.Rmse, 1e-3);
        Assert.InRange(evaluation.Metrics.Rmse, evaluation.Intervals["rmse"].Lower, evaluation.Intervals["rmse"].Upper);
        Assert.Equal(100, evaluation.Bins.Sum(bin => bin.Rows));

        var explanation = await training.ExplainAsync(Model, DatasetSplits.Testing);
        Assert.Equal(["x", "y"], explanation.Features.Select(feature => feature.Name));
        Assert.True(explanation.Features[0].Permutation > explanation.Features[1].Permutation);
        Assert.Equal(100, explanation.Features[0].Shapley.Count);
        Assert.Equal(explanation.Features[0].Dependence.Select(point => point.Value).Order(), explanation.Features[0].Dependence.Select(point => point.Value));

        foreach (var page in new[] { "evaluate", "explain" })
        {
            var html = await worker.Client.GetStringAsync($"/v1/models/{Model}/{page}?on=testing&format=html");
            Assert.StartsWith("<!doctype html>", html, StringComparison.Ordinal);
            Assert.DoesNotContain("http", html, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Assert.ThrowsAsync<ApiException>(() => training.EvaluateAsync(Model, DatasetSplits.Production))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Assert.ThrowsAsync<ApiException>(() => training.EvaluateAsync(Model, "everything"))).Status);
    }

    [Fact]
    public async Task A_model_has_one_run_at_a_time_and_a_cancelled_one_stops()
    {
        await using var worker = await StartAsync(("Runs:Draws", "200"));
        var training = new TrainingClient(worker.Client);
        await Rows.FillAsync(worker, Model, DatasetSplits.Training, Tables.Rows(2000, 1, 0), Tables.Newest.AddDays(-30));
        await Rows.FillAsync(worker, Model, DatasetSplits.Testing, Tables.Rows(100, 2, 0), Tables.Newest.AddDays(-20));
        var started = await training.RetrainAsync(Model, new() { Reason = "long" });

        var refused = await Assert.ThrowsAsync<ApiException>(() => training.RetrainAsync(Model, new() { Reason = "too" }));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains(started.RunId.ToString(), refused.Message, StringComparison.Ordinal);
        await Eventually.TrueAsync(async () => (await training.GetAsync(started.RunId)).Progress > 0);
        await training.CancelAsync(started.RunId);

        var cancelled = await EndAsync(training, started.RunId);
        Assert.Equal((RunStatuses.Cancelled, 100), (cancelled.Status, cancelled.HeldOutRows));
        Assert.NotEmpty(cancelled.Checks);
    }

    [Theory]
    [InlineData("""{"reason":""}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"reason":"x","trainers":["magic"]}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"reason":"x","trigger":"moon"}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"trainers":["mean"]}""", HttpStatusCode.BadRequest)]
    [InlineData("nonsense", HttpStatusCode.BadRequest)]
    public async Task A_request_that_cannot_be_done_says_why(string body, HttpStatusCode status)
    {
        await using var worker = await StartAsync();

        using var response = await worker.Client.PostAsync($"/v1/models/{Model}/retrain", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    Task<RetrainingWorker> StartAsync(params (string Key, string Value)[] settings) => RetrainingWorker.StartAsync(
        _database,
        [("Runs:Draws", "1"), ("Runs:Gap", "10"), ("Runs:Resamples", "300"), ("Runs:Lease", "00:00:02"), .. settings]);

    // The service may be faster, when it looks once more after its last run; then there is another run to take.
    static async Task<ClaimedRun> TakeAsync(IRunStore runs, TrainingClient training)
    {
        while (true)
        {
            var run = new TrainingRun { RunId = Guid.CreateVersion7(), Model = Model, Status = RunStatuses.Queued, CreatedAt = DateTimeOffset.UtcNow, Request = new() { Reason = "again" } };
            await runs.AddAsync(run, default);
            if (await runs.ClaimAsync("dead", TimeSpan.FromMilliseconds(300), default) is { } claim)
            {
                return claim;
            }

            await EndAsync(training, run.RunId);
        }
    }

    static async Task<TrainingRun> RunAsync(TrainingClient training)
    {
        var started = await training.RetrainAsync(Model, new() { Reason = "test" });
        return await EndAsync(training, started.RunId);
    }

    static async Task<TrainingRun> EndAsync(TrainingClient training, Guid runId)
    {
        await Eventually.TrueAsync(async () => (await training.GetAsync(runId)).Status is not (RunStatuses.Queued or RunStatuses.Running));
        return await training.GetAsync(runId);
    }
}
