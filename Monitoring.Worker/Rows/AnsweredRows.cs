using System.Runtime.CompilerServices;
using AspireMl.Storage.Histories;
using AspireMl.Storage.Tabular;

namespace AspireMl.Monitoring.Worker.Rows;

/// <summary>The rows that a model was asked about, whatever version answered, in the columns of its champion.</summary>
sealed class AnsweredRows(ITabularInferenceStore store, WatchedModels models)
{
    /// <summary>Opens a range of them, newest first.</summary>
    public RowTable Open(WatchedModel model, RowRange range) => new(model.Schema.Features, model.Schema.Target, ReadAsync(model, range));

    async IAsyncEnumerable<WatchedRow> ReadAsync(WatchedModel model, RowRange range, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var columns = new Dictionary<string, VersionColumns?>();
        var filter = new HistoryFilter { Model = model.Name, From = range.From, To = range.To };
        await foreach (var row in store.ReadAsync(filter, cancellation))
        {
            if (!columns.TryGetValue(row.Version, out var version))
            {
                var card = await models.FindCardAsync(new(model.Name, row.Version), cancellation);
                columns[row.Version] = version = card is null ? null : new(card.Features, card.Target, model.Schema);
            }

            // What a version that nobody knows any more was asked has no names.
            if (version is not null)
            {
                yield return new(row.CreatedAt, row.InferenceId, version.Features(row.Features), version.Value(row.Prediction));
            }
        }
    }
}
