using AspireMl.Storage.PostgreSql;
using Dapper;

namespace AspireMl.Storage.Retention.PostgreSql;

/// <summary>Notes as rows.</summary>
sealed class PostgresForgottenObjectStore(PostgresDatabase database) : IForgottenObjectStore
{
    const string Note =
        """
        insert into forgotten_objects (sha256, noted_at) select sha256, @at from unnest(@objects) as given (sha256)
        on conflict (sha256) do update set noted_at = excluded.noted_at, set_aside_at = null
        """;

    const string SelectNoted = "select sha256 from forgotten_objects where set_aside_at is null order by noted_at, sha256 limit @limit";

    const string NoteSetAside = "update forgotten_objects set set_aside_at = @at where sha256 = any(@objects)";

    const string SelectSetAside = "select sha256 from forgotten_objects where set_aside_at < @time order by set_aside_at, sha256 limit @limit";

    const string Drop = "delete from forgotten_objects where sha256 = any(@objects)";

    const string SelectInUse =
        """
        select sha256 from image_entries where sha256 = any(@objects)
        union
        select package from model_versions where package = any(@objects)
        """;

    public Task NoteAsync(IReadOnlyCollection<string> objects, DateTimeOffset at, CancellationToken cancellation) =>
        // In one order, so that two processes do not wait for each other.
        ExecuteAsync(Note, new { objects = objects.Distinct().Order(StringComparer.Ordinal).ToArray(), at = at.UtcDateTime }, cancellation);

    public Task<IReadOnlyList<string>> ListNotedAsync(int limit, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return ListAsync(SelectNoted, new { limit }, cancellation);
    }

    public Task NoteSetAsideAsync(IReadOnlyCollection<string> objects, DateTimeOffset at, CancellationToken cancellation) =>
        ExecuteAsync(NoteSetAside, new { objects = objects.ToArray(), at = at.UtcDateTime }, cancellation);

    public Task<IReadOnlyList<string>> ListSetAsideBeforeAsync(DateTimeOffset time, int limit, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return ListAsync(SelectSetAside, new { time = time.UtcDateTime, limit }, cancellation);
    }

    public Task DropAsync(IReadOnlyCollection<string> objects, CancellationToken cancellation) =>
        ExecuteAsync(Drop, new { objects = objects.ToArray() }, cancellation);

    public Task<IReadOnlySet<string>> FindInUseAsync(IReadOnlyCollection<string> objects, CancellationToken cancellation) =>
        AgedRecords.FindInUseAsync(database, SelectInUse, objects, cancellation);

    Task<int> ExecuteAsync(string sql, object arguments, CancellationToken cancellation) =>
        database.RunAsync((connection, cancellation) => connection.ExecuteAsync(new(sql, arguments, cancellationToken: cancellation)), cancellation);

    Task<IReadOnlyList<string>> ListAsync(string sql, object arguments, CancellationToken cancellation) => database.RunAsync<IReadOnlyList<string>>(
        async (connection, cancellation) => (await connection.QueryAsync<string>(new(sql, arguments, cancellationToken: cancellation))).AsList(),
        cancellation);
}
