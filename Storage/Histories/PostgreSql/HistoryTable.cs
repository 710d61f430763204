using System.Runtime.CompilerServices;
using AspireMl.Storage.PostgreSql;
using AspireMl.Storage.Retention.PostgreSql;
using Npgsql;
using NpgsqlTypes;

namespace AspireMl.Storage.Histories.PostgreSql;

/// <summary>Reads a table of inferences by keyset. The table has the columns inference_id, created_at, model and version, and an index over model, created_at and inference_id.</summary>
/// <param name="database">The database.</param>
/// <param name="table">The table's name.</param>
/// <param name="columns">What is read, beginning with inference_id and created_at.</param>
/// <param name="pageRows">Rows that are read at once.</param>
/// <param name="read">Makes an inference of a row.</param>
sealed class HistoryTable<T>(PostgresDatabase database, string table, string columns, int pageRows, Func<NpgsqlDataReader, T> read)
{
    const string Chosen =
        "model = $1 and ($2 is null or version = $2) and ($3 is null or created_at >= $3) and ($4 is null or created_at < $4)";

    readonly string _selectOldest =
        $"""
        select {columns} from {table}
        where {Chosen} and ($5 is null or (created_at, inference_id) > ($5, $6))
        order by created_at, inference_id limit $7
        """;

    readonly string _selectNewest =
        $"""
        select {columns} from {table}
        where {Chosen} and ($5 is null or (created_at, inference_id) < ($5, $6))
        order by created_at desc, inference_id desc limit $7
        """;

    /// <summary>The inferences that the filter takes, in its order.</summary>
    public async IAsyncEnumerable<T> ReadAsync(HistoryFilter filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for ((DateTime At, Guid Id)? last = null; ;)
        {
            var page = await QueryAsync(
                filter.OldestFirst ? _selectOldest : _selectNewest,
                [.. Arguments(filter), Of(NpgsqlDbType.TimestampTz, last?.At), Of(NpgsqlDbType.Uuid, last?.Id), Of(NpgsqlDbType.Integer, pageRows)],
                reader => (Key: (reader.GetDateTime(1), reader.GetGuid(0)), Inference: read(reader)),
                cancellation);
            foreach (var (_, inference) in page)
            {
                yield return inference;
            }

            if (page.Count < pageRows)
            {
                yield break;
            }

            last = page[^1].Key;
        }
    }

    /// <summary>How many inferences the filter takes.</summary>
    public async Task<long> CountAsync(HistoryFilter filter, CancellationToken cancellation) =>
        (await QueryAsync($"select count(*) from {table} where {Chosen}", Arguments(filter), reader => reader.GetInt64(0), cancellation))[0];

    /// <summary>The inferences that have these ids, in no order.</summary>
    public async Task<IReadOnlyList<T>> FindAsync(IReadOnlyCollection<Guid> inferenceIds, CancellationToken cancellation) =>
        await QueryAsync($"select {columns} from {table} where inference_id = any($1)", [OfIds(inferenceIds)], read, cancellation);

    /// <summary>Those of these ids that are recorded for a model.</summary>
    public async Task<IReadOnlySet<Guid>> FindKnownAsync(string model, IReadOnlyCollection<Guid> inferenceIds, CancellationToken cancellation) =>
        (await QueryAsync(
            $"select inference_id from {table} where inference_id = any($1) and model = $2",
            [OfIds(inferenceIds), Of(NpgsqlDbType.Text, model)],
            reader => reader.GetGuid(0),
            cancellation)).ToHashSet();

    /// <summary>Deletes up to so many inferences that are older than a time, the oldest of each model first.</summary>
    public Task<int> DeleteBeforeAsync(DateTimeOffset time, int limit, CancellationToken cancellation) =>
        AgedRecords.DeleteBeforeAsync(database, HistoryModels.DeleteOld(table), time, limit, cancellation);

    Task<List<TRow>> QueryAsync<TRow>(string sql, NpgsqlParameter[] arguments, Func<NpgsqlDataReader, TRow> read, CancellationToken cancellation) => database.RunAsync(
        async (connection, cancellation) =>
        {
            await using var command = new NpgsqlCommand(sql, connection);
            // A statement that is repeated needs parameters of its own.
            command.Parameters.AddRange(Array.ConvertAll(arguments, argument => argument.Clone()));
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            var rows = new List<TRow>();
            while (await reader.ReadAsync(cancellation))
            {
                rows.Add(read(reader));
            }

            return rows;
        },
        cancellation);

    static NpgsqlParameter[] Arguments(HistoryFilter filter) =>
    [
        Of(NpgsqlDbType.Text, filter.Model),
        Of(NpgsqlDbType.Text, filter.Version),
        Of(NpgsqlDbType.TimestampTz, filter.From?.UtcDateTime),
        Of(NpgsqlDbType.TimestampTz, filter.To?.UtcDateTime),
    ];

    static NpgsqlParameter Of(NpgsqlDbType type, object? value) => new() { NpgsqlDbType = type, Value = value ?? DBNull.Value };

    static NpgsqlParameter OfIds(IReadOnlyCollection<Guid> ids) => Of(NpgsqlDbType.Array | NpgsqlDbType.Uuid, ids.ToArray());
}
