using Npgsql;
using NpgsqlTypes;

namespace AspireMl.Storage.Tabular.PostgreSql;

/// <summary>Writes batches by COPY.</summary>
static class TabularCopy
{
    const string Table = "tabular_inferences";
    const string Staging = "staged_inferences";
    const string Columns = "(inference_id, created_at, model, version, features, prediction, probabilities)";

    const string CreateStaging = $"create temporary table {Staging} (like {Table}) on commit drop";

    const string Merge = $"insert into {Table} {Columns} select * from {Staging} on conflict (inference_id) do nothing";

    public static async Task<int> WriteAsync(NpgsqlConnection connection, IReadOnlyList<TabularBatch> batches, CancellationToken cancellation)
    {
        try
        {
            // Ids are new but when a write is repeated, and copying twice is for that rare case only.
            await CopyAsync(connection, Table, batches, cancellation);
        }
        catch (PostgresException known) when (known.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            await MergeAsync(connection, batches, cancellation);
        }

        return batches.Sum(batch => batch.Ids.Count);
    }

    static async Task MergeAsync(NpgsqlConnection connection, IReadOnlyList<TabularBatch> batches, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await ExecuteAsync(connection, CreateStaging, cancellation);
        await CopyAsync(connection, Staging, batches, cancellation);
        await ExecuteAsync(connection, Merge, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    static async Task CopyAsync(NpgsqlConnection connection, string table, IReadOnlyList<TabularBatch> batches, CancellationToken cancellation)
    {
        await using var importer = await connection.BeginBinaryImportAsync($"copy {table} {Columns} from stdin (format binary)", cancellation);
        foreach (var batch in batches)
        {
            await CopyAsync(importer, batch, cancellation);
        }

        await importer.CompleteAsync(cancellation);
    }

    static async Task CopyAsync(NpgsqlBinaryImporter importer, TabularBatch batch, CancellationToken cancellation)
    {
        var rows = batch.Ids.Count;
        // The importer takes the values out before it returns, so one array serves all rows.
        var features = new float[rows == 0 ? 0 : batch.Features.Length / rows];
        var probabilities = batch.Probabilities.IsEmpty ? null : new float[batch.Probabilities.Length / rows];
        for (var row = 0; row < rows; row++)
        {
            batch.Features.Slice(row * features.Length, features.Length).CopyTo(features);
            await importer.StartRowAsync(cancellation);
            await importer.WriteAsync(batch.Ids[row], NpgsqlDbType.Uuid, cancellation);
            await importer.WriteAsync(batch.CreatedAt.UtcDateTime, NpgsqlDbType.TimestampTz, cancellation);
            await importer.WriteAsync(batch.Model, NpgsqlDbType.Text, cancellation);
            await importer.WriteAsync(batch.Version, NpgsqlDbType.Text, cancellation);
            await importer.WriteAsync(features, NpgsqlDbType.Array | NpgsqlDbType.Real, cancellation);
            await importer.WriteAsync(batch.Predictions.Span[row], NpgsqlDbType.Real, cancellation);
            if (probabilities is null)
            {
                await importer.WriteNullAsync(cancellation);
            }
            else
            {
                batch.Probabilities.Slice(row * probabilities.Length, probabilities.Length).CopyTo(probabilities);
                await importer.WriteAsync(probabilities, NpgsqlDbType.Array | NpgsqlDbType.Real, cancellation);
            }
        }
    }

    static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
