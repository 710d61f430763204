using AspireMl.Storage.Histories.PostgreSql;
using Npgsql;
using NpgsqlTypes;

namespace AspireMl.Storage.Tabular.PostgreSql;

/// <summary>Writes batches by COPY.</summary>
static class TabularCopy
{
    public const string Table = "tabular_inferences";
    public const string Columns = "inference_id, created_at, model, version, features, prediction, probabilities";

    static readonly HistoryCopy Copy = new(Table, Columns);

    public static async Task<int> WriteAsync(NpgsqlConnection connection, IReadOnlyList<TabularBatch> batches, CancellationToken cancellation)
    {
        await Copy.WriteAsync(
            connection,
            async (importer, cancellation) =>
            {
                foreach (var batch in batches)
                {
                    await CopyAsync(importer, batch, cancellation);
                }
            },
            cancellation);
        return batches.Sum(batch => batch.Ids.Count);
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
}
