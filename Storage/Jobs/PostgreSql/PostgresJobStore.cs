using System.Data;
using AspireMl.Contracts.Jobs;
using AspireMl.Contracts.Paging;
using AspireMl.Storage.PostgreSql;
using AspireMl.Storage.Retention;
using AspireMl.Storage.Retention.PostgreSql;
using Dapper;

namespace AspireMl.Storage.Jobs.PostgreSql;

/// <summary>Jobs as rows with JSONB payloads and results.</summary>
sealed class PostgresJobStore(PostgresDatabase database) : IJobStore
{
    const string Insert =
        """
        insert into jobs (job_id, status, created_at, service, model, payload)
        values (@JobId, 'queued', @CreatedAt, @Service, @Model, @Payload::jsonb)
        on conflict (job_id) do nothing
        """;

    const string SelectOne = $"select {JobRow.Whole} from jobs where job_id = @jobId";

    const string SelectCancelRequested = "select job_id from jobs where job_id = any(@jobIds) and cancel_requested";

    const string SelectPage =
        $"""
        select {JobRow.Head} from jobs
        where (@status is null or status = @status) and (@afterTime is null or (created_at, job_id) < (@afterTime, @afterId))
        order by created_at desc, job_id desc
        limit @limit
        """;

    const string CountByStatus = """select status as "Key", count(*) as "Value" from jobs group by status""";

    const string SelectBacklog =
        """
        select count(*) filter (where status = 'queued'), count(*) filter (where status = 'running'), min(created_at) filter (where status = 'queued')
        from jobs where status in ('queued', 'running')
        """;

    const string SelectQueued = "select job_id from jobs where status = 'queued' and service = @service order by created_at, job_id limit @limit";

    const string Cancel =
        $"""
        update jobs
        set cancel_requested = true,
            message = case when status = 'queued' then '{JobMessages.CancelledBeforeItBegan}' else message end,
            finished_at = case when status = 'queued' then @now else finished_at end,
            status = case when status = 'queued' then 'cancelled' else status end
        where job_id = @jobId and status in ('queued', 'running')
        returning {JobRow.Whole}
        """;

    // No job ends before it is asked for, so that the index of the times when they were asked for serves.
    internal const string SelectOld =
        """
        select job_id as "Id", array_remove(array[image], null) as "Objects" from jobs
        where created_at < @time and finished_at < @time
        order by created_at, job_id
        limit @limit
        """;

    const string DeleteEnded = "delete from jobs where job_id = any(@ids) and status not in ('queued', 'running')";

    internal const string SelectInUse = "select distinct image from jobs where image = any(@objects)";

    readonly JobBatches _batches = new(database);

    public Task AddAsync(JobRecord job, CancellationToken cancellation) => database.RunAsync(
        (connection, cancellation) => connection.ExecuteAsync(new(
            Insert,
            new { job.JobId, CreatedAt = job.CreatedAt.UtcDateTime, job.Service, job.Model, Payload = job.Payload.GetRawText() },
            cancellationToken: cancellation)),
        cancellation);

    public Task<JobRecord?> FindAsync(Guid jobId, CancellationToken cancellation) => OneAsync(SelectOne, new { jobId }, cancellation);

    public Task<IReadOnlyList<Guid>> FindCancelRequestedAsync(IReadOnlyList<Guid> jobIds, CancellationToken cancellation) =>
        IdsAsync(SelectCancelRequested, new { jobIds = jobIds.ToArray() }, cancellation);

    public Task<Page<JobRecord>> ListAsync(JobFilter filter, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(filter.Limit, Math.Clamp(filter.Limit, 1, JobFilter.MaxLimit));
        var arguments = new DynamicParameters();
        arguments.Add("status", filter.Status, DbType.String);
        arguments.Add("afterTime", filter.After?.CreatedAt.UtcDateTime, DbType.DateTime);
        arguments.Add("afterId", filter.After?.Id, DbType.Guid);
        // One more than asked for tells whether there is a next page.
        arguments.Add("limit", filter.Limit + 1);
        return database.RunAsync(
            async (connection, cancellation) =>
            {
                var rows = (await connection.QueryAsync<JobRow>(new(SelectPage, arguments, cancellationToken: cancellation))).AsList();
                return Page.Of<JobRecord>([.. rows.Select(row => row.ToRecord())], filter.Limit, job => new(job.CreatedAt, job.JobId));
            },
            cancellation);
    }

    public Task<IReadOnlyDictionary<string, long>> CountAsync(CancellationToken cancellation) => database.RunAsync<IReadOnlyDictionary<string, long>>(
        async (connection, cancellation) =>
        {
            var counts = JobStatuses.All.ToDictionary(status => status, _ => 0L);
            foreach (var (status, count) in await connection.QueryAsync<(string, long)>(new(CountByStatus, cancellationToken: cancellation)))
            {
                counts[status] = count;
            }

            return counts;
        },
        cancellation);

    public Task<JobBacklog> ReadBacklogAsync(CancellationToken cancellation) => database.RunAsync(
        async (connection, cancellation) =>
        {
            var (queued, running, oldest) = await connection.QuerySingleAsync<(long, long, DateTime?)>(new(SelectBacklog, cancellationToken: cancellation));
            return new JobBacklog(queued, running, oldest is { } time ? new DateTimeOffset(time, TimeSpan.Zero) : null);
        },
        cancellation);

    public Task<IReadOnlyList<Guid>> FindQueuedAsync(string service, int limit, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return IdsAsync(SelectQueued, new { service, limit }, cancellation);
    }

    public Task<JobRecord?> BeginAsync(JobRecord job, string worker, DateTimeOffset startedAt, CancellationToken cancellation) =>
        _batches.BeginAsync(new(job, worker, startedAt), cancellation);

    public Task<bool> EndAsync(JobEnd outcome, CancellationToken cancellation) => _batches.EndAsync(outcome, cancellation);

    public Task<JobRecord?> CancelAsync(Guid jobId, DateTimeOffset now, CancellationToken cancellation) =>
        OneAsync(Cancel, new { jobId, now = now.UtcDateTime }, cancellation);

    public Task<IReadOnlyList<AgedRecord>> FindEndedBeforeAsync(DateTimeOffset time, int limit, CancellationToken cancellation) =>
        AgedRecords.FindAsync(database, SelectOld, time, limit, cancellation);

    public Task<int> DeleteEndedAsync(IReadOnlyCollection<Guid> jobIds, CancellationToken cancellation) =>
        AgedRecords.DeleteAsync(database, DeleteEnded, jobIds, cancellation);

    public Task<IReadOnlySet<string>> FindObjectsInUseAsync(IReadOnlyCollection<string> objects, CancellationToken cancellation) =>
        AgedRecords.FindInUseAsync(database, SelectInUse, objects, cancellation);

    Task<JobRecord?> OneAsync(string sql, object arguments, CancellationToken cancellation) => database.RunAsync(
        async (connection, cancellation) =>
            (await connection.QuerySingleOrDefaultAsync<JobRow>(new(sql, arguments, cancellationToken: cancellation)))?.ToRecord(),
        cancellation);

    Task<IReadOnlyList<Guid>> IdsAsync(string sql, object arguments, CancellationToken cancellation) => database.RunAsync<IReadOnlyList<Guid>>(
        async (connection, cancellation) => (await connection.QueryAsync<Guid>(new(sql, arguments, cancellationToken: cancellation))).AsList(),
        cancellation);
}
