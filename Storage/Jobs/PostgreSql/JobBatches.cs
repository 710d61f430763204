using System.Text.Json;
using AspireMl.Contracts.Jobs;
using AspireMl.Storage.PostgreSql;
using Dapper;
using Npgsql;

namespace AspireMl.Storage.Jobs.PostgreSql;

/// <summary>The two writes that every job costs, beginning and ending, done together for the jobs that are at it together.</summary>
sealed class JobBatches
{
    // Larger texts go alone, so that a statement stays small.
    const int LongestText = 64 * 1024;

    const string Begin =
        $"""
        insert into jobs (job_id, status, created_at, service, model, payload, attempts, worker, started_at)
        select id, 'running', created_at, service, model, payload::jsonb, 1, worker, started_at
        from unnest(@ids, @createdAt, @services, @models, @payloads, @workers, @startedAt) as given (id, created_at, service, model, payload, worker, started_at)
        order by id
        on conflict (job_id) do update
        set status = 'running', attempts = jobs.attempts + 1, worker = excluded.worker, started_at = excluded.started_at, finished_at = null
        where jobs.status in ('queued', 'running')
        returning {JobRow.Head}, case when attempts > 1 then payload::text end as "Payload"
        """;

    // Not "status = 'running'": the index of statuses would look cheap for that, though each job that has ended left an entry there.
    const string End =
        """
        update jobs
        set status = given.status, result = given.result::jsonb, version = coalesce(given.version, jobs.version), message = given.message,
            finished_at = case when given.status = 'queued' then null else given.at end
        from unnest(@ids, @attempts, @statuses, @results, @versions, @messages, @times) as given (id, attempt, status, result, version, message, at)
        where jobs.job_id = given.id and jobs.attempts = given.attempt and jobs.status not in ('queued', 'finished', 'failed', 'cancelled')
        returning jobs.job_id
        """;

    readonly PostgresDatabase _database;
    readonly StatementBatches<JobStart, JobRecord?> _begins;
    readonly StatementBatches<JobEnd, bool> _ends;

    public JobBatches(PostgresDatabase database)
    {
        _database = database;
        _begins = new(start => start.Job.JobId, BeginTogetherAsync);
        _ends = new(end => end.JobId, EndTogetherAsync);
    }

    /// <inheritdoc cref="IJobStore.BeginAsync"/>
    public async Task<JobRecord?> BeginAsync(JobStart start, CancellationToken cancellation)
    {
        try
        {
            return Text(start.Job.Payload)!.Length <= LongestText ? await _begins.RunAsync(start, cancellation) : (await BeginTogetherAsync([start]))[0];
        }
        catch (PostgresException refused) when (refused.SqlState is PostgresErrorCodes.UntranslatableCharacter or PostgresErrorCodes.InvalidTextRepresentation)
        {
            throw new ArgumentException("The payload holds a character that cannot be kept, such as \\u0000.", refused);
        }
    }

    /// <inheritdoc cref="IJobStore.EndAsync"/>
    public async Task<bool> EndAsync(JobEnd end, CancellationToken cancellation) =>
        (Text(end.Result)?.Length ?? 0) <= LongestText ? await _ends.RunAsync(end, cancellation) : (await EndTogetherAsync([end]))[0];

    async Task<IReadOnlyList<JobRecord?>> BeginTogetherAsync(IReadOnlyList<JobStart> starts)
    {
        var arguments = new
        {
            ids = Column(starts, start => start.Job.JobId),
            createdAt = Column(starts, start => start.Job.CreatedAt.UtcDateTime),
            services = Column(starts, start => start.Job.Service),
            models = Column(starts, start => start.Job.Model),
            payloads = Column(starts, start => Text(start.Job.Payload)!),
            workers = Column(starts, start => start.Worker),
            startedAt = Column(starts, start => start.StartedAt.UtcDateTime),
        };
        var begun = await _database.RunAsync((connection, _) => connection.QueryAsync<JobRow>(Begin, arguments), CancellationToken.None);
        var jobs = begun.ToDictionary(row => row.JobId);
        // What was recorded just now need not be read back.
        return [.. starts.Select(start => jobs.TryGetValue(start.Job.JobId, out var row)
            ? row.Payload is null ? row.ToRecord() with { Payload = start.Job.Payload } : row.ToRecord()
            : null)];
    }

    async Task<IReadOnlyList<bool>> EndTogetherAsync(IReadOnlyList<JobEnd> ends)
    {
        var arguments = new
        {
            ids = Column(ends, end => end.JobId),
            attempts = Column(ends, end => end.Attempt),
            statuses = Column(ends, end => end.Status),
            results = Column(ends, end => Text(end.Result)),
            versions = Column(ends, end => end.AnsweredBy?.Version),
            messages = Column(ends, end => end.Message),
            times = Column(ends, end => end.At.UtcDateTime),
        };
        var ended = (await _database.RunAsync((connection, _) => connection.QueryAsync<Guid>(End, arguments), CancellationToken.None)).ToHashSet();
        return [.. ends.Select(end => ended.Contains(end.JobId))];
    }

    static TColumn[] Column<TItem, TColumn>(IReadOnlyList<TItem> items, Func<TItem, TColumn> column) => [.. items.Select(column)];

    static string? Text(JsonElement? json) => json?.GetRawText();
}
