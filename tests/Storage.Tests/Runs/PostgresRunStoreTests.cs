using AspireMl.Contracts.Paging;
using AspireMl.Contracts.Training;
using AspireMl.Storage.PostgreSql;
using AspireMl.Storage.Runs;
using AspireMl.Storage.Runs.PostgreSql;
using AspireMl.Storage.Tests.PostgreSql;

namespace AspireMl.Storage.Tests.Runs;

[Collection(SharedPostgres.Name)]
public sealed class PostgresRunStoreTests(PostgresFixture fixture) : IAsyncLifetime
{
    static readonly DateTimeOffset Start = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);
    static readonly TimeSpan Long = TimeSpan.FromMinutes(5);
    static readonly TimeSpan Over = TimeSpan.FromSeconds(-1);

    PostgresDatabase _database = null!;
    PostgresRunStore _store = null!;

    public async Task InitializeAsync()
    {
        _database = Databases.Open(await fixture.Server.CreateDatabaseAsync());
        _store = new(_database);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task A_run_goes_from_queued_over_running_to_finished_with_what_it_found()
    {
        var id = await AddAsync("roast");
        Assert.Equal(("because", RunStatuses.Queued), ((await _store.FindAsync(id, default))!.Request.Reason, (await _store.FindAsync(id, default))!.Status));

        var claim = await ClaimAsync(Long);
        Assert.Equal((id, RunStatuses.Running, 1, "worker-1"), (claim.Run.RunId, claim.Run.Status, claim.Run.Attempts, claim.Run.Worker));
        Assert.Equal(RunHold.Held, await _store.HoldAsync(new(id, 1, 0.5, "trying", new() { DataHash = "abc" }, """{"left":1}"""), Long, default));
        var halfway = (await _store.FindAsync(id, default))!;
        Assert.Equal((0.5, "trying", "abc"), (halfway.Progress, halfway.Step, halfway.DataHash));

        var outcome = new RunOutcome { DataHash = "abc", Decision = RunDecisions.Challenger, Difference = new(-1, -2, 0.5, 0.95), Candidates = [new("mean", "", Metrics(3), Metrics(4))] };
        Assert.True(await _store.EndAsync(new(id, 1, RunStatuses.Finished) { Outcome = outcome }, default));

        var finished = (await _store.FindAsync(id, default))!;
        Assert.Equal((RunStatuses.Finished, 1.0, RunDecisions.Challenger, 4.0), (finished.Status, finished.Progress, finished.Decision, finished.Candidates[0].Cv.Rmse));
        Assert.Equal(outcome.Difference, finished.Difference);
        Assert.NotNull(finished.FinishedAt);
    }

    [Fact]
    public async Task A_model_has_one_run_at_a_time()
    {
        var first = await AddAsync("roast");
        Assert.Equal(first, await AddAsync("roast"));
        Assert.NotEqual(first, await AddAsync("other"));

        await ClaimAsync(Long);
        Assert.Equal(first, await AddAsync("roast"));
        await _store.EndAsync(new(first, 1, RunStatuses.Failed) { Message = "It broke." }, default);
        Assert.NotEqual(first, await AddAsync("roast"));
    }

    [Fact]
    public async Task A_run_whose_worker_is_silent_goes_on_elsewhere_from_its_checkpoint()
    {
        var id = await AddAsync("roast");
        await ClaimAsync(Long);
        await _store.HoldAsync(new(id, 1, 0.5, "trying", new(), """{"left":1}"""), Long, default);
        Assert.Null(await _store.ClaimAsync("worker-2", Long, default));
        await _store.HoldAsync(new(id, 1, 0.6, "trying", new(), null), Over, default);

        var again = await ClaimAsync(Long);

        Assert.Equal((id, 2, """{"left": 1}"""), (again.Run.RunId, again.Run.Attempts, again.Checkpoint));
        Assert.Equal(RunHold.Lost, await _store.HoldAsync(new(id, 1, 0.9, "late", new(), null), Long, default));
        Assert.False(await _store.EndAsync(new(id, 1, RunStatuses.Failed), default));
    }

    [Fact]
    public async Task A_run_that_is_given_back_waits_as_long_as_it_says()
    {
        var id = await AddAsync("roast");
        await ClaimAsync(Long);
        await _store.EndAsync(new(id, 1, RunStatuses.Queued) { Message = "The registry is away.", RetryAfter = Long }, default);
        Assert.Null(await _store.ClaimAsync("worker-2", Long, default));
        Assert.Equal(RunStatuses.Queued, (await _store.FindAsync(id, default))!.Status);
    }

    [Fact]
    public async Task A_waiting_run_is_cancelled_at_once_and_a_running_one_is_asked_to_stop()
    {
        var running = await AddAsync("roast");
        await ClaimAsync(Long);
        var waiting = await AddAsync("other");

        Assert.Equal(RunStatuses.Cancelled, (await _store.CancelAsync(waiting, default))!.Status);
        Assert.True((await _store.CancelAsync(running, default))!.CancelRequested);
        Assert.Equal(RunHold.CancelRequested, await _store.HoldAsync(new(running, 1, 0, "trying", new(), null), Long, default));
        Assert.Null(await _store.CancelAsync(Guid.NewGuid(), default));
    }

    [Fact]
    public async Task A_person_may_decide_otherwise_once_a_run_has_finished()
    {
        var id = await AddAsync("roast");
        await ClaimAsync(Long);
        Assert.Null(await _store.DecideAsync(id, RunDecisions.Promoted, "I know better.", default));
        await _store.EndAsync(new(id, 1, RunStatuses.Finished) { Outcome = new() { Decision = RunDecisions.Challenger, DataHash = "abc" } }, default);

        var decided = (await _store.DecideAsync(id, RunDecisions.Promoted, "I know better.", default))!;

        Assert.Equal((RunDecisions.Promoted, "I know better.", "abc"), (decided.Decision, decided.Reason, decided.DataHash));
    }

    [Fact]
    public async Task Lists_are_newest_first_by_model_and_cursors_walk_through_all()
    {
        for (var number = 0; number < 5; number++)
        {
            await AddAsync($"model-{number}", number / 2);
        }

        List<Guid> seen = [];
        for (PageCursor? after = null; ;)
        {
            var page = await _store.ListAsync(new() { Limit = 2, After = after }, default);
            seen.AddRange(page.Items.Select(run => run.RunId));
            if (!PageCursor.TryParse(page.NextCursor, out var next))
            {
                break;
            }

            after = next;
        }

        Assert.Equal(5, seen.Distinct().Count());
        Assert.Equal("model-3", Assert.Single((await _store.ListAsync(new() { Model = "model-3" }, default)).Items).Model);
    }

    static ModelMetrics Metrics(double rmse) => new(10, 1, rmse * rmse, rmse, 0.5, null, null);

    async Task<ClaimedRun> ClaimAsync(TimeSpan lease) => (await _store.ClaimAsync("worker-1", lease, default))!;

    Task<Guid> AddAsync(string model, int second = 0) => _store.AddAsync(
        new()
        {
            RunId = Guid.CreateVersion7(),
            Model = model,
            Status = RunStatuses.Queued,
            CreatedAt = Start.AddSeconds(second),
            Request = new() { Reason = "because" },
        },
        default);
}
