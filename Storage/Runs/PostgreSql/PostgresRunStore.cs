using System.Data;
using System.Text.Json;
using AspireMl.Contracts.Paging;
using AspireMl.Contracts.Training;
using AspireMl.Storage.PostgreSql;
using Dapper;
using Npgsql;

namespace AspireMl.Storage.Runs.PostgreSql;

/// <summary>Runs as rows, their outcomes as JSONB.</summary>
sealed class PostgresRunStore(PostgresDatabase database) : IRunStore
{
    public Task<Guid> AddAsync(TrainingRun run, CancellationToken cancellation)
    {
        var arguments = new { run.RunId, run.Model, CreatedAt = run.CreatedAt.UtcDateTime, Request = ToJson(run.Request) };
        return database.RunAsync(
            async (connection, cancellation) =>
            {
                // The run that was in the way may end in between; the next insert then succeeds.
                while (true)
                {
                    if (await connection.ExecuteAsync(new(RunStatements.Insert, arguments, cancellationToken: cancellation)) > 0)
                    {
                        return run.RunId;
                    }

                    if (await connection.ExecuteScalarAsync<Guid?>(new(RunStatements.SelectActive, arguments, cancellationToken: cancellation)) is { } active)
                    {
                        return active;
                    }
                }
            },
            cancellation);
    }

    public Task<TrainingRun?> FindAsync(Guid runId, CancellationToken cancellation) =>
        database.RunAsync((connection, cancellation) => FindAsync(connection, runId, cancellation), cancellation);

    public Task<Page<TrainingRun>> ListAsync(RunFilter filter, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(filter.Limit, Math.Clamp(filter.Limit, 1, RunFilter.MaxLimit));
        var arguments = new DynamicParameters();
        arguments.Add("model", filter.Model, DbType.String);
        arguments.Add("afterTime", filter.After?.CreatedAt.UtcDateTime, DbType.DateTime);
        arguments.Add("afterId", filter.After?.Id, DbType.Guid);
        // One more than asked for tells whether there is a next page.
        arguments.Add("limit", filter.Limit + 1);
        return database.RunAsync(
            async (connection, cancellation) =>
            {
                var rows = (await connection.QueryAsync<RunRow>(new(RunStatements.SelectPage, arguments, cancellationToken: cancellation))).AsList();
                return Page.Of<TrainingRun>([.. rows.Select(row => row.ToRun())], filter.Limit, run => new(run.CreatedAt, run.RunId));
            },
            cancellation);
    }

    public Task<ClaimedRun?> ClaimAsync(string worker, TimeSpan lease, CancellationToken cancellation) => database.RunAsync(
        async (connection, cancellation) =>
            await connection.QuerySingleOrDefaultAsync<RunRow>(new(RunStatements.Claim, new { worker, lease }, cancellationToken: cancellation)) is { } row
                ? new ClaimedRun(row.ToRun(), row.Checkpoint)
                : null,
        cancellation);

    public Task<RunHold> HoldAsync(RunNote note, TimeSpan lease, CancellationToken cancellation)
    {
        var arguments = new { note.RunId, note.Attempt, note.Progress, note.Step, Outcome = ToJson(note.Outcome), note.Checkpoint, lease };
        return database.RunAsync(
            async (connection, cancellation) => await connection.ExecuteScalarAsync<bool?>(new(RunStatements.Hold, arguments, cancellationToken: cancellation)) switch
            {
                null => RunHold.Lost,
                true => RunHold.CancelRequested,
                false => RunHold.Held,
            },
            cancellation);
    }

    public Task<bool> EndAsync(RunEnd ending, CancellationToken cancellation)
    {
        var arguments = new { ending.RunId, ending.Attempt, ending.Status, ending.Message, ending.RetryAfter, Outcome = ending.Outcome is { } outcome ? ToJson(outcome) : null };
        return database.RunAsync(
            async (connection, cancellation) => await connection.ExecuteAsync(new(RunStatements.End, arguments, cancellationToken: cancellation)) > 0,
            cancellation);
    }

    public Task<TrainingRun?> CancelAsync(Guid runId, CancellationToken cancellation) => database.RunAsync(
        async (connection, cancellation) =>
        {
            await connection.ExecuteAsync(new(RunStatements.Cancel, new { runId }, cancellationToken: cancellation));
            return await FindAsync(connection, runId, cancellation);
        },
        cancellation);

    public Task<TrainingRun?> DecideAsync(Guid runId, string decision, string reason, CancellationToken cancellation) => database.RunAsync(
        async (connection, cancellation) =>
            await connection.ExecuteAsync(new(RunStatements.Decide, new { runId, decision, reason }, cancellationToken: cancellation)) > 0
                ? await FindAsync(connection, runId, cancellation)
                : null,
        cancellation);

    static async Task<TrainingRun?> FindAsync(NpgsqlConnection connection, Guid runId, CancellationToken cancellation) =>
        (await connection.QuerySingleOrDefaultAsync<RunRow>(new(RunStatements.SelectOne, new { runId }, cancellationToken: cancellation)))?.ToRun();

    // An outcome is written as what it is, also when a whole run is given.
    static string ToJson<T>(T value) => JsonSerializer.Serialize(value, JsonSerializerOptions.Web);
}
