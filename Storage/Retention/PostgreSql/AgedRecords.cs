using AspireMl.Storage.PostgreSql;
using Dapper;

namespace AspireMl.Storage.Retention.PostgreSql;

/// <summary>What the statements about old records have in common.</summary>
static class AgedRecords
{
    /// <summary>Finds old records.</summary>
    /// <param name="database">The database.</param>
    /// <param name="select">Selects <c>"Id"</c> and <c>"Objects"</c>; takes <c>@time</c> and <c>@limit</c>.</param>
    /// <param name="time">The time before which they are old.</param>
    /// <param name="limit">Most records, at least 1.</param>
    /// <param name="cancellation">Gives up.</param>
    public static Task<IReadOnlyList<AgedRecord>> FindAsync(PostgresDatabase database, string select, DateTimeOffset time, int limit, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return database.RunAsync<IReadOnlyList<AgedRecord>>(
            async (connection, cancellation) =>
            {
                var rows = await connection.QueryAsync<Row>(new(select, new { time = time.UtcDateTime, limit }, cancellationToken: cancellation));
                return [.. rows.Select(row => new AgedRecord(row.Id, row.Objects))];
            },
            cancellation);
    }

    /// <summary>Deletes up to so many records that are older than a time; the statement takes <c>@time</c> and <c>@limit</c>.</summary>
    public static Task<int> DeleteBeforeAsync(PostgresDatabase database, string delete, DateTimeOffset time, int limit, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return ExecuteAsync(database, delete, new { time = time.UtcDateTime, limit }, cancellation);
    }

    /// <summary>Deletes records; the statement takes <c>@ids</c>.</summary>
    public static Task<int> DeleteAsync(PostgresDatabase database, string delete, IReadOnlyCollection<Guid> ids, CancellationToken cancellation) =>
        ExecuteAsync(database, delete, new { ids = ids.ToArray() }, cancellation);

    /// <summary>Finds those of some objects that are referred to; the statement takes <c>@objects</c>.</summary>
    public static Task<IReadOnlySet<string>> FindInUseAsync(PostgresDatabase database, string select, IReadOnlyCollection<string> objects, CancellationToken cancellation) =>
        database.RunAsync<IReadOnlySet<string>>(
            async (connection, cancellation) =>
                (await connection.QueryAsync<string>(new(select, new { objects = objects.ToArray() }, cancellationToken: cancellation))).ToHashSet(StringComparer.Ordinal),
            cancellation);

    static Task<int> ExecuteAsync(PostgresDatabase database, string sql, object arguments, CancellationToken cancellation) =>
        database.RunAsync((connection, cancellation) => connection.ExecuteAsync(new(sql, arguments, cancellationToken: cancellation)), cancellation);

    sealed record Row
    {
        public Guid Id { get; init; }

        public string[] Objects { get; init; } = [];
    }
}
