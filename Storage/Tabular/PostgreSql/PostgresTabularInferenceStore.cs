using AspireMl.Storage.Histories;
using AspireMl.Storage.Histories.PostgreSql;
using AspireMl.Storage.PostgreSql;
using Npgsql;

namespace AspireMl.Storage.Tabular.PostgreSql;

/// <summary>Answered rows in a table.</summary>
sealed class PostgresTabularInferenceStore(PostgresDatabase database) : ITabularInferenceStore
{
    const int PageRows = 5000;

    readonly HistoryTable<TabularInference> _table = new(database, TabularCopy.Table, TabularCopy.Columns, PageRows, ReadInference);

    public async Task RecordAsync(IReadOnlyList<TabularBatch> batches, CancellationToken cancellation)
    {
        foreach (var batch in batches)
        {
            Check(batch);
        }

        await database.RunAsync((connection, cancellation) => TabularCopy.WriteAsync(connection, batches, cancellation), cancellation);
    }

    public IAsyncEnumerable<TabularInference> ReadAsync(HistoryFilter filter, CancellationToken cancellation = default) => _table.ReadAsync(filter, cancellation);

    public Task<long> CountAsync(HistoryFilter filter, CancellationToken cancellation) => _table.CountAsync(filter, cancellation);

    public Task<IReadOnlyList<TabularInference>> FindAsync(IReadOnlyCollection<Guid> inferenceIds, CancellationToken cancellation) =>
        _table.FindAsync(inferenceIds, cancellation);

    public Task<IReadOnlySet<Guid>> FindKnownAsync(string model, IReadOnlyCollection<Guid> inferenceIds, CancellationToken cancellation) =>
        _table.FindKnownAsync(model, inferenceIds, cancellation);

    static TabularInference ReadInference(NpgsqlDataReader reader) => new(
        reader.GetGuid(0),
        reader.GetFieldValue<DateTimeOffset>(1),
        reader.GetString(2),
        reader.GetString(3),
        reader.GetFieldValue<float[]>(4),
        reader.GetFloat(5),
        reader.IsDBNull(6) ? null : reader.GetFieldValue<float[]>(6));

    static void Check(TabularBatch batch)
    {
        var rows = batch.Ids.Count;
        if (batch.Predictions.Length != rows || (rows == 0 ? batch.Features.Length + batch.Probabilities.Length > 0 : batch.Features.Length % rows + batch.Probabilities.Length % rows > 0))
        {
            throw new ArgumentException($"A batch of {rows} rows has {batch.Predictions.Length} predictions, {batch.Features.Length} features and {batch.Probabilities.Length} probabilities.", nameof(batch));
        }
    }
}
