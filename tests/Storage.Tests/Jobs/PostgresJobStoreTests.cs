using System.Text.Json;
using AspireMl.Contracts.Jobs;
using AspireMl.Contracts.Paging;
using AspireMl.Storage.Jobs;
using AspireMl.Storage.Jobs.PostgreSql;
using AspireMl.Storage.PostgreSql;
using AspireMl.Storage.Tests.PostgreSql;

namespace AspireMl.Storage.Tests.Jobs;

[Collection(SharedPostgres.Name)]
public sealed class PostgresJobStoreTests(PostgresFixture fixture) : IAsyncLifetime
{
    static readonly DateTimeOffset Start = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);

    PostgresDatabase _database = null!;
    PostgresJobStore _store = null!;

    public async Task InitializeAsync()
    {
        _database = Databases.Open(await fixture.Server.CreateDatabaseAsync());
        _store = new(_database);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task A_job_goes_from_queued_over_running_to_finished()
    {
        var job = await AddAsync();
        Assert.Equal(JobStatuses.Queued, (await _store.FindAsync(job.JobId, default))!.Status);

        var begun = await _store.BeginAsync(job, "worker-1", Start.AddSeconds(1), default);
        Assert.Equal((JobStatuses.Running, 1, "worker-1", 3), (begun!.Status, begun.Attempts, begun.Worker, begun.Payload.GetProperty("x").GetInt32()));
        var end = new JobEnd(job.JobId, 1, JobStatuses.Finished, Start.AddSeconds(3)) { Result = JsonElement.Parse("""{"y":4}"""), AnsweredBy = new("roast", "1.0.0") };
        Assert.True(await _store.EndAsync(end, default));

        var finished = (await _store.FindAsync(job.JobId, default))!;
        Assert.Equal((JobStatuses.Finished, 2000.0, 4), (finished.Status, finished.ElapsedMs, finished.Result!.Value.GetProperty("y").GetInt32()));
        Assert.Equal(new("roast", "1.0.0"), finished.AnsweredBy);
    }

    [Fact]
    public async Task A_finished_job_cannot_be_begun_again()
    {
        var job = await AddAsync();
        await _store.BeginAsync(job, "worker-1", Start, default);
        await _store.EndAsync(new(job.JobId, 1, JobStatuses.Finished, Start), default);

        Assert.Null(await _store.BeginAsync(job, "worker-2", Start, default));
        Assert.Equal(1, (await _store.FindAsync(job.JobId, default))!.Attempts);
    }

    [Fact]
    public async Task Of_two_workers_with_one_job_only_the_newer_attempt_counts()
    {
        var job = await AddAsync();
        await _store.BeginAsync(job, "slow", Start, default);
        await _store.BeginAsync(job, "next", Start, default);

        Assert.False(await _store.EndAsync(new(job.JobId, 1, JobStatuses.Failed, Start) { Message = "Too late." }, default));
        Assert.True(await _store.EndAsync(new(job.JobId, 2, JobStatuses.Finished, Start), default));
        Assert.Null((await _store.FindAsync(job.JobId, default))!.Message);
    }

    [Fact]
    public async Task A_queued_job_is_cancelled_at_once_and_a_running_one_is_asked_to_stop()
    {
        var (queued, running) = (await AddAsync(), await AddAsync());
        await _store.BeginAsync(running, "worker-1", Start, default);

        var first = await _store.CancelAsync(queued.JobId, Start, default);
        var second = await _store.CancelAsync(running.JobId, Start, default);

        Assert.Equal((JobStatuses.Cancelled, Start), (first!.Status, first.FinishedAt));
        Assert.Equal((JobStatuses.Running, true), (second!.Status, second.CancelRequested));
        Assert.Equal([running.JobId], await _store.FindCancelRequestedAsync([running.JobId, Guid.CreateVersion7()], default));
        Assert.Null(await _store.BeginAsync(queued, "worker-1", Start, default));
        Assert.Null(await _store.CancelAsync(Guid.CreateVersion7(), Start, default));
    }

    [Fact]
    public async Task The_same_job_added_twice_is_kept_once_and_a_given_back_one_waits_again()
    {
        var job = await AddAsync();
        await _store.AddAsync(job, default);
        await _store.BeginAsync(job, "worker-1", Start, default);
        Assert.True(await _store.EndAsync(new(job.JobId, 1, JobStatuses.Queued, Start), default));

        var counts = await _store.CountAsync(default);
        Assert.Equal((1, 0), (counts[JobStatuses.Queued], counts[JobStatuses.Running]));
        Assert.Equal(new(1, 0, job.CreatedAt), await _store.ReadBacklogAsync(default));
        Assert.Equal(2, (await _store.BeginAsync(job, "worker-2", Start, default))!.Attempts);
        Assert.Equal(new(0, 1, null), await _store.ReadBacklogAsync(default));
    }

    [Fact]
    public async Task A_job_that_nobody_recorded_is_recorded_when_it_is_begun()
    {
        var job = await AddAsync();
        var unknown = job with { JobId = Guid.CreateVersion7() };

        Assert.Equal(1, (await _store.BeginAsync(unknown, "worker-1", Start, default))!.Attempts);
        Assert.Equal(2, (await _store.BeginAsync(unknown, "worker-2", Start, default))!.Attempts);
        await _store.AddAsync(unknown, default);

        Assert.Equal((JobStatuses.Running, "worker-2"), ((await _store.FindAsync(unknown.JobId, default))!.Status, (await _store.FindAsync(unknown.JobId, default))!.Worker));
    }

    [Fact]
    public async Task Many_jobs_that_are_begun_and_ended_at_once_each_have_their_own_say()
    {
        var job = await AddAsync();
        JobRecord[] jobs = [.. Enumerable.Range(0, 300).Select(_ => job with { JobId = Guid.CreateVersion7() })];

        var begun = await Task.WhenAll(jobs.Select((one, number) => Task.Run(() => _store.BeginAsync(one, $"worker-{number}", Start, default))));
        var ended = await Task.WhenAll(jobs.Select((one, number) => Task.Run(() =>
            _store.EndAsync(new(one.JobId, 1 + (number % 2), JobStatuses.Finished, Start) { Result = JsonElement.Parse($"{number}") }, default))));

        Assert.Equal(jobs.Select((one, number) => (one.JobId, $"worker-{number}")), begun.Select(one => (one!.JobId, one.Worker!)));
        // An end of an attempt that was never begun has no effect.
        Assert.Equal(Enumerable.Range(0, 300).Select(number => number % 2 == 0), ended);
        Assert.Equal(298, (await _store.FindAsync(jobs[298].JobId, default))!.Result!.Value.GetInt32());
    }

    [Fact]
    public async Task Of_one_job_begun_many_times_at_once_each_attempt_counts()
    {
        var job = await AddAsync();
        var begun = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => _store.BeginAsync(job, "worker-1", Start, default))));
        Assert.Equal(Enumerable.Range(1, 20), begun.Select(one => one!.Attempts).Order());
    }

    [Fact]
    public async Task A_job_that_the_database_refuses_does_not_take_the_others_with_it()
    {
        var job = await AddAsync();
        JobRecord[] jobs = [.. Enumerable.Range(0, 50).Select(number => job with
        {
            JobId = Guid.CreateVersion7(),
            // A text that PostgreSQL cannot keep.
            Payload = JsonElement.Parse(number == 25 ? "{\"x\":\"\\u0000\"}" : "{}"),
        })];

        var begun = await Task.WhenAll(jobs.Select(async one =>
        {
            try
            {
                return await _store.BeginAsync(one, "worker-1", Start, default) is not null;
            }
            catch (ArgumentException)
            {
                return false;
            }
        }));

        Assert.Equal(Enumerable.Range(0, 50).Select(number => number != 25), begun);
    }

    [Fact]
    public async Task Lists_are_newest_first_by_status_and_cursors_walk_through_all()
    {
        List<Guid> ids = [];
        for (var number = 0; number < 7; number++)
        {
            ids.Add((await AddAsync(number / 3)).JobId);
        }

        await _store.CancelAsync(ids[0], Start, default);
        Assert.Equal(ids[0], Assert.Single((await _store.ListAsync(new() { Status = JobStatuses.Cancelled }, default)).Items).JobId);

        List<Guid> seen = [];
        for (PageCursor? after = null; ;)
        {
            var page = await _store.ListAsync(new() { Limit = 2, After = after }, default);
            seen.AddRange(page.Items.Select(job => job.JobId));
            if (page.NextCursor is null)
            {
                break;
            }

            Assert.True(PageCursor.TryParse(page.NextCursor, out var next));
            after = next;
        }

        Assert.Equal(ids.Order(), seen.Order());
        Assert.Equal(7, seen.Count);
    }

    [Fact]
    public async Task Services_are_bound_changed_and_forgotten()
    {
        var store = new PostgresServiceStore(_database);
        await store.PutAsync(new("line-a", "roast", "champion"), default);
        await store.PutAsync(new("line-a", "roast", "challenger"), default);

        Assert.Equal([new("line-a", "roast", "challenger")], await store.ListAsync(default));
        Assert.True(await store.DeleteAsync("line-a", default));
        Assert.False(await store.DeleteAsync("line-a", default));
    }

    async Task<JobRecord> AddAsync(int second = 0)
    {
        var job = new JobRecord
        {
            JobId = Guid.CreateVersion7(),
            Status = JobStatuses.Queued,
            Service = "roast",
            Model = "roast",
            CreatedAt = Start.AddSeconds(second),
            Payload = JsonElement.Parse("""{"x":3}"""),
        };
        await _store.AddAsync(job, default);
        return job;
    }
}
