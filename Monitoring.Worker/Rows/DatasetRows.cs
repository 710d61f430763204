using System.Runtime.CompilerServices;
using AspireMl.Storage.Datasets;

namespace AspireMl.Monitoring.Worker.Rows;

/// <summary>The rows of the dataset that has a model's name.</summary>
sealed class DatasetRows(IDatasetStore store)
{
    /// <summary>Opens a range of a split, oldest first.</summary>
    /// <returns>Null when there is no such dataset.</returns>
    public async Task<RowTable?> OpenAsync(string model, RowRange range, CancellationToken cancellation) =>
        await store.FindAsync(model, cancellation) is { Schema: { } schema }
            ? new(schema.Features, schema.Target, ReadAsync(new(model, range.Source, range.From, range.To), cancellation))
            : null;

    async IAsyncEnumerable<WatchedRow> ReadAsync(DatasetRange range, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var row in store.ReadAsync(range, cancellation))
        {
            yield return new(row.At, row.InferenceId, row.Features, row.Target);
        }
    }
}
