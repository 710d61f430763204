using System.Text.Json;
using AspireMl.Contracts.Jobs;
using AspireMl.Contracts.Paging;
using AspireMl.Storage.Jobs;

namespace AspireMl.Storage.Tests.Jobs;

/// <summary>What every provider of <see cref="IJobStore"/> does. A provider's tests inherit it.</summary>
public abstract class JobStoreContract : IAsyncLifetime
{
    protected static readonly DateTimeOffset Start = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);

    IJobStore? _created;

    /// <summary>An empty store.</summary>
    protected abstract Task<IJobStore> CreateAsync();

    protected IJobStore Store => _created ?? throw new InvalidOperationException("The store is made before each test.");

    public async Task InitializeAsync() => _created = await CreateAsync();

    public abstract Task DisposeAsync();

    [Fact]
    public async Task A_job_goes_from_queued_over_running_to_finished()
    {
        var job = await AddAsync();
        Assert.Equal(JobStatuses.Queued, (await Store.FindAsync(job.JobId, default))!.Status);

        var begun = await Store.BeginAsync(job, "worker-1", Start.AddSeconds(1), default);
        Assert.Equal((JobStatuses.Running, 1, "worker-1", 3), (begun!.Status, begun.Attempts, begun.Worker, begun.Payload.GetProperty("x").GetInt32()));
        var end = new JobEnd(job.JobId, 1, JobStatuses.Finished, Start.AddSeconds(3)) { Result = JsonElement.Parse("""{"y":4}"""), AnsweredBy = new("roast", "1.0.0") };
        Assert.True(await Store.EndAsync(end, default));

        var finished = (await Store.FindAsync(job.JobId, default))!;
        Assert.Equal((JobStatuses.Finished, 2000.0, 4), (finished.Status, finished.ElapsedMs, finished.Result!.Value.GetProperty("y").GetInt32()));
        Assert.Equal(new("roast", "1.0.0"), finished.AnsweredBy);
    }

    [Fact]
    public async Task A_finished_job_cannot_be_begun_again()
    {
        var job = await AddAsync();
        await Store.BeginAsync(job, "worker-1", Start, default);
        await Store.EndAsync(new(job.JobId, 1, JobStatuses.Finished, Start), default);

        Assert.Null(await Store.BeginAsync(job, "worker-2", Start, default));
        Assert.Equal(1, (await Store.FindAsync(job.JobId, default))!.Attempts);
    }

    [Fact]
    public async Task Of_two_workers_with_one_job_only_the_newer_attempt_counts()
    {
        var job = await AddAsync();
        await Store.BeginAsync(job, "slow", Start, default);
        await Store.BeginAsync(job, "next", Start, default);

        Assert.False(await Store.EndAsync(new(job.JobId, 1, JobStatuses.Failed, Start) { Message = "Too late." }, default));
        Assert.True(await Store.EndAsync(new(job.JobId, 2, JobStatuses.Finished, Start), default));
        Assert.Null((await Store.FindAsync(job.JobId, default))!.Message);
    }

    [Fact]
    public async Task A_queued_job_is_cancelled_at_once_and_a_running_one_is_asked_to_stop()
    {
        var (queued, running) = (await AddAsync(), await AddAsync());
        await Store.BeginAsync(running, "worker-1", Start, default);

        var first = await Store.CancelAsync(queued.JobId, Start, default);
        var second = await Store.CancelAsync(running.JobId, Start, default);

        Assert.Equal((JobStatuses.Cancelled, Start), (first!.Status, first.FinishedAt));
        Assert.Equal((JobStatuses.Running, true), (second!.Status, second.CancelRequested));
        Assert.Null(await Store.BeginAsync(queued, "worker-1", Start, default));
        Assert.Null(await Store.CancelAsync(Guid.CreateVersion7(), Start, default));
    }

    [Fact]
    public async Task The_same_job_added_twice_is_kept_once_and_a_given_back_one_waits_again()
    {
        var job = await AddAsync();
        await Store.AddAsync(job, default);
        await Store.BeginAsync(job, "worker-1", Start, default);
        Assert.True(await Store.EndAsync(new(job.JobId, 1, JobStatuses.Queued, Start), default));

        var counts = await Store.CountAsync(default);
        Assert.Equal((1, 0), (counts[JobStatuses.Queued], counts[JobStatuses.Running]));
        Assert.Equal(new(1, 0, job.CreatedAt), await Store.ReadBacklogAsync(default));
        Assert.Equal(2, (await Store.BeginAsync(job, "worker-2", Start, default))!.Attempts);
        Assert.Equal(new(0, 1, null), await Store.ReadBacklogAsync(default));
    }

    [Fact]
    public async Task A_job_that_nobody_recorded_is_recorded_when_it_is_begun()
    {
        var job = await AddAsync();
        var unknown = job with { JobId = Guid.CreateVersion7() };

        Assert.Equal(1, (await Store.BeginAsync(unknown, "worker-1", Start, default))!.Attempts);
        Assert.Equal(2, (await Store.BeginAsync(unknown, "worker-2", Start, default))!.Attempts);
        await Store.AddAsync(unknown, default);

        Assert.Equal((JobStatuses.Running, "worker-2"), ((await Store.FindAsync(unknown.JobId, default))!.Status, (await Store.FindAsync(unknown.JobId, default))!.Worker));
    }

    [Fact]
    public async Task Many_jobs_that_are_begun_and_ended_at_once_each_have_their_own_say()
    {
        var job = await AddAsync();
        JobRecord[] jobs = [.. Enumerable.Range(0, 300).Select(_ => job with { JobId = Guid.CreateVersion7() })];

        var begun = await Task.WhenAll(jobs.Select((one, number) => Task.Run(() => Store.BeginAsync(one, $"worker-{number}", Start, default))));
        var ended = await Task.WhenAll(jobs.Select((one, number) => Task.Run(() =>
            Store.EndAsync(new(one.JobId, 1 + (number % 2), JobStatuses.Finished, Start) { Result = JsonElement.Parse($"{number}") }, default))));

        Assert.Equal(jobs.Select((one, number) => (one.JobId, $"worker-{number}")), begun.Select(one => (one!.JobId, one.Worker!)));
        // An end of an attempt that was never begun has no effect.
        Assert.Equal(Enumerable.Range(0, 300).Select(number => number % 2 == 0), ended);
        Assert.Equal(298, (await Store.FindAsync(jobs[298].JobId, default))!.Result!.Value.GetInt32());
    }

    [Fact]
    public async Task Of_one_job_begun_many_times_at_once_each_attempt_counts()
    {
        var job = await AddAsync();
        var begun = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Store.BeginAsync(job, "worker-1", Start, default))));
        Assert.Equal(Enumerable.Range(1, 20), begun.Select(one => one!.Attempts).Order());
    }

    [Fact]
    public async Task Lists_are_newest_first_by_status_and_cursors_walk_through_all()
    {
        List<Guid> ids = [];
        for (var number = 0; number < 7; number++)
        {
            ids.Add((await AddAsync(number / 3)).JobId);
        }

        await Store.CancelAsync(ids[0], Start, default);
        Assert.Equal(ids[0], Assert.Single((await Store.ListAsync(new() { Status = JobStatuses.Cancelled }, default)).Items).JobId);

        List<Guid> seen = [];
        for (PageCursor? after = null; ;)
        {
            var page = await Store.ListAsync(new() { Limit = 2, After = after }, default);
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
    public async Task The_queued_jobs_of_a_service_are_found_oldest_first()
    {
        var (later, first, running) = (await AddAsync(2), await AddAsync(1), await AddAsync());
        await Store.BeginAsync(running, "worker-1", Start, default);
        await Store.AddAsync(later with { JobId = Guid.CreateVersion7(), Service = "other" }, default);

        Assert.Equal([first.JobId, later.JobId], await Store.FindQueuedAsync(later.Service, 10, default));
        Assert.Equal([first.JobId], await Store.FindQueuedAsync(later.Service, 1, default));
        Assert.Empty(await Store.FindQueuedAsync("nobody", 10, default));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.FindQueuedAsync(later.Service, 0, default));
    }

    [Fact]
    public async Task A_payload_and_a_result_come_back_as_they_were()
    {
        const string Odd = """{"$set":{"a.b":null},"":[1e-7,12345678901234567890,true,"\"€\" \\ 総額"],"x":0.1}""";
        var job = await AddAsync(payload: Odd);
        await Store.BeginAsync(job, "worker-1", Start, default);
        await Store.EndAsync(new(job.JobId, 1, JobStatuses.Finished, Start) { Result = JsonElement.Parse(Odd) }, default);

        var found = (await Store.FindAsync(job.JobId, default))!;

        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(Odd), found.Payload));
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(Odd), found.Result!.Value));
    }

    [Fact]
    public async Task Lists_leave_out_payloads_and_results()
    {
        await AddAsync();

        var listed = Assert.Single((await Store.ListAsync(new(), default)).Items);

        Assert.Equal(JsonValueKind.Null, listed.Payload.ValueKind);
        Assert.Null(listed.Result);
    }

    [Fact]
    public async Task A_cancellation_is_seen_by_the_worker()
    {
        var job = await AddAsync();
        await Store.BeginAsync(job, "worker-1", Start, default);
        Guid[] looked = [job.JobId, (await AddAsync()).JobId, Guid.CreateVersion7()];
        Assert.Empty(await Store.FindCancelRequestedAsync(looked, default));

        await Store.CancelAsync(job.JobId, Start, default);

        Assert.Equal([job.JobId], await Store.FindCancelRequestedAsync(looked, default));
    }

    [Fact]
    public async Task Only_jobs_that_ended_before_a_time_are_found_and_deleted()
    {
        var image = new string('e', 64);
        JobRecord[] jobs = [.. await Task.WhenAll(Enumerable.Range(0, 4).Select(second => AddAsync(second, second == 1 ? $$"""{"image":"{{image}}"}""" : "{}")))];
        await EndAsync(jobs[1], Start.AddSeconds(10));
        await EndAsync(jobs[2], Start.AddSeconds(30));
        await Store.CancelAsync(jobs[3].JobId, Start.AddSeconds(11), default);
        await Store.BeginAsync(jobs[0], "worker-1", Start, default);

        var old = await Store.FindEndedBeforeAsync(Start.AddSeconds(20), 10, default);

        Assert.Equal([jobs[1].JobId, jobs[3].JobId], old.Select(one => one.Id));
        Assert.Equal([image], old.SelectMany(one => one.Objects));
        Assert.Single(await Store.FindEndedBeforeAsync(Start.AddSeconds(20), 1, default));
        Assert.Equal(2, await Store.DeleteEndedAsync([jobs[0].JobId, jobs[1].JobId, jobs[3].JobId], default));
        Assert.Equal([jobs[2].JobId, jobs[0].JobId], (await Store.ListAsync(new(), default)).Items.Select(job => job.JobId));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.FindEndedBeforeAsync(Start, 0, default));
    }

    [Fact]
    public async Task The_image_of_a_job_is_in_use_from_its_queueing_to_its_deletion()
    {
        string[] asked = [new('5', 64), new('6', 64)];
        var queued = await AddAsync(payload: $$"""{"image":"{{asked[0]}}","question":"?"}""");
        // A payload may hold anything under that name.
        await AddAsync(payload: $$"""{"image":"{{new string('x', 9000)}}"}""");
        await AddAsync(payload: """{"image":{"a":1}}""");
        await AddAsync(payload: "[1]");
        // Its message may be there before its record.
        var begun = queued with { JobId = Guid.CreateVersion7(), Payload = JsonElement.Parse($$"""{"image":"{{asked[1]}}"}""") };
        await Store.BeginAsync(begun, "worker-1", Start, default);
        await Store.EndAsync(new(begun.JobId, 1, JobStatuses.Failed, Start), default);
        Assert.Equal(asked, (await Store.FindObjectsInUseAsync(asked, default)).Order());

        await Store.DeleteEndedAsync([begun.JobId, queued.JobId], default);

        Assert.Equal([asked[0]], await Store.FindObjectsInUseAsync(asked, default));
    }

    async Task EndAsync(JobRecord job, DateTimeOffset at)
    {
        await Store.BeginAsync(job, "worker-1", Start, default);
        await Store.EndAsync(new(job.JobId, 1, JobStatuses.Finished, at), default);
    }

    protected async Task<JobRecord> AddAsync(int second = 0, string payload = """{"x":3}""")
    {
        var job = new JobRecord
        {
            JobId = Guid.CreateVersion7(),
            Status = JobStatuses.Queued,
            Service = "roast",
            Model = "roast",
            CreatedAt = Start.AddSeconds(second),
            Payload = JsonElement.Parse(payload),
        };
        await Store.AddAsync(job, default);
        return job;
    }
}
