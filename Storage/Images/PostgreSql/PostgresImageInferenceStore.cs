using AspireMl.Storage.Histories;
using AspireMl.Storage.Histories.PostgreSql;
using AspireMl.Storage.PostgreSql;
using Npgsql;
using NpgsqlTypes;

namespace AspireMl.Storage.Images.PostgreSql;

/// <summary>Embeddings and probabilities of classified images in a table.</summary>
sealed class PostgresImageInferenceStore(PostgresDatabase database) : IImageInferenceStore
{
    internal const string Table = "image_inferences";
    const string Columns = "inference_id, created_at, model, version, embedding, probabilities, input_hash";

    // A row may take some ten kilobytes.
    const int PageRows = 500;

    static readonly HistoryCopy Copy = new(Table, Columns);

    readonly HistoryTable<ImageInference> _table = new(database, Table, Columns, PageRows, ReadInference);

    public Task RecordAsync(IReadOnlyList<ImageInference> inferences, CancellationToken cancellation) => database.RunAsync(
        async (connection, cancellation) =>
        {
            await Copy.WriteAsync(connection, (importer, cancellation) => WriteAsync(importer, inferences, cancellation), cancellation);
            return inferences.Count;
        },
        cancellation);

    public IAsyncEnumerable<ImageInference> ReadAsync(HistoryFilter filter, CancellationToken cancellation = default) => _table.ReadAsync(filter, cancellation);

    public Task<long> CountAsync(HistoryFilter filter, CancellationToken cancellation) => _table.CountAsync(filter, cancellation);

    public Task<IReadOnlyList<ImageInference>> FindAsync(IReadOnlyCollection<Guid> inferenceIds, CancellationToken cancellation) =>
        _table.FindAsync(inferenceIds, cancellation);

    public Task<int> DeleteBeforeAsync(DateTimeOffset time, int limit, CancellationToken cancellation) => _table.DeleteBeforeAsync(time, limit, cancellation);

    static async Task WriteAsync(NpgsqlBinaryImporter importer, IReadOnlyList<ImageInference> inferences, CancellationToken cancellation)
    {
        foreach (var inference in inferences)
        {
            await importer.StartRowAsync(cancellation);
            await importer.WriteAsync(inference.InferenceId, NpgsqlDbType.Uuid, cancellation);
            await importer.WriteAsync(inference.CreatedAt.UtcDateTime, NpgsqlDbType.TimestampTz, cancellation);
            await importer.WriteAsync(inference.Model, NpgsqlDbType.Text, cancellation);
            await importer.WriteAsync(inference.Version, NpgsqlDbType.Text, cancellation);
            await importer.WriteAsync(inference.Embedding, NpgsqlDbType.Array | NpgsqlDbType.Real, cancellation);
            await importer.WriteAsync(inference.Probabilities, NpgsqlDbType.Array | NpgsqlDbType.Real, cancellation);
            await importer.WriteAsync(inference.InputHash, NpgsqlDbType.Text, cancellation);
        }
    }

    static ImageInference ReadInference(NpgsqlDataReader reader) => new(
        reader.GetGuid(0),
        reader.GetFieldValue<DateTimeOffset>(1),
        reader.GetString(2),
        reader.GetString(3),
        reader.GetFieldValue<float[]>(4),
        reader.GetFieldValue<float[]>(5),
        reader.GetString(6));
}
