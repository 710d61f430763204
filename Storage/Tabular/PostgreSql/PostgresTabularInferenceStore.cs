using System.Runtime.CompilerServices;
using AspireMl.Storage.PostgreSql;
using Npgsql;
using NpgsqlTypes;

namespace AspireMl.Storage.Tabular.PostgreSql;

/// <summary>Answered rows in a table, written by COPY and read by keyset.</summary>
sealed class PostgresTabularInferenceStore(PostgresDatabase database) : ITabularInferenceStore
{
    const int PageRows = 5000;

    const string Columns = "inference_id, created_at, model, version, features, prediction, probabilities";

    const string Chosen =
        "model = $1 and ($2 is null or version = $2) and ($3 is null or created_at >= $3) and ($4 is null or created_at < $4)";

    const string SelectOldest =
        $"""
        select {Columns} from tabular_inferences
        where {Chosen} and ($5 is null or (created_at, inference_id) > ($5, $6))
        order by created_at, inference_id limit $7
        """;

    const string SelectNewest =
        $"""
        select {Columns} from tabular_inferences
        where {Chosen} and ($5 is null or (created_at, inference_id) < ($5, $6))
        order by created_at desc, inference_id desc limit $7
        """;

    const string Count = $"select count(*) from tabular_inferences where {Chosen}";

    const string SelectByIds = $"select {Columns} from tabular_inferences where inference_id = any($1)";

    const string SelectKnown = "select inference_id from tabular_inferences where inference_id = any($1) and model = $2";

    public async Task RecordAsync(IReadOnlyList<TabularBatch> batches, CancellationToken cancellation)
    {
        foreach (var batch in batches)
        {
            Check(batch);
        }

        await database.RunAsync((connection, cancellation) => TabularCopy.WriteAsync(connection, batches, cancellation), cancellation);
    }

    public async IAsyncEnumerable<TabularInference> ReadAsync(TabularInferenceFilter filter, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        for (TabularInference? last = null; ;)
        {
            var page = await QueryAsync(
                filter.OldestFirst ? SelectOldest : SelectNewest,
                [.. Arguments(filter), Of(NpgsqlDbType.TimestampTz, last?.CreatedAt.UtcDateTime), Of(NpgsqlDbType.Uuid, last?.InferenceId), Of(NpgsqlDbType.Integer, PageRows)],
                ReadInference,
                cancellation);
            foreach (var inference in page)
            {
                yield return inference;
            }

            if (page.Count < PageRows)
            {
                yield break;
            }

            last = page[^1];
        }
    }

    public async Task<long> CountAsync(TabularInferenceFilter filter, CancellationToken cancellation) =>
        (await QueryAsync(Count, Arguments(filter), reader => reader.GetInt64(0), cancellation))[0];

    public async Task<IReadOnlyList<TabularInference>> FindAsync(IReadOnlyCollection<Guid> inferenceIds, CancellationToken cancellation) =>
        await QueryAsync(SelectByIds, [OfIds(inferenceIds)], ReadInference, cancellation);

    public async Task<IReadOnlySet<Guid>> FindKnownAsync(string model, IReadOnlyCollection<Guid> inferenceIds, CancellationToken cancellation) =>
        (await QueryAsync(SelectKnown, [OfIds(inferenceIds), Of(NpgsqlDbType.Text, model)], reader => reader.GetGuid(0), cancellation)).ToHashSet();

    Task<List<T>> QueryAsync<T>(string sql, NpgsqlParameter[] arguments, Func<NpgsqlDataReader, T> read, CancellationToken cancellation) => database.RunAsync(
        async (connection, cancellation) =>
        {
            await using var command = new NpgsqlCommand(sql, connection);
            // A statement that is repeated needs parameters of its own.
            command.Parameters.AddRange(Array.ConvertAll(arguments, argument => argument.Clone()));
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            var rows = new List<T>();
            while (await reader.ReadAsync(cancellation))
            {
                rows.Add(read(reader));
            }

            return rows;
        },
        cancellation);

    static TabularInference ReadInference(NpgsqlDataReader reader) => new(
        reader.GetGuid(0),
        reader.GetFieldValue<DateTimeOffset>(1),
        reader.GetString(2),
        reader.GetString(3),
        reader.GetFieldValue<float[]>(4),
        reader.GetFloat(5),
        reader.IsDBNull(6) ? null : reader.GetFieldValue<float[]>(6));

    static NpgsqlParameter[] Arguments(TabularInferenceFilter filter) =>
    [
        Of(NpgsqlDbType.Text, filter.Model),
        Of(NpgsqlDbType.Text, filter.Version),
        Of(NpgsqlDbType.TimestampTz, filter.From?.UtcDateTime),
        Of(NpgsqlDbType.TimestampTz, filter.To?.UtcDateTime),
    ];

    static NpgsqlParameter Of(NpgsqlDbType type, object? value) => new() { NpgsqlDbType = type, Value = value ?? DBNull.Value };

    static NpgsqlParameter OfIds(IReadOnlyCollection<Guid> ids) => Of(NpgsqlDbType.Array | NpgsqlDbType.Uuid, ids.ToArray());

    static void Check(TabularBatch batch)
    {
        var rows = batch.Ids.Count;
        if (batch.Predictions.Length != rows || (rows == 0 ? batch.Features.Length + batch.Probabilities.Length > 0 : batch.Features.Length % rows + batch.Probabilities.Length % rows > 0))
        {
            throw new ArgumentException($"A batch of {rows} rows has {batch.Predictions.Length} predictions, {batch.Features.Length} features and {batch.Probabilities.Length} probabilities.", nameof(batch));
        }
    }
}
