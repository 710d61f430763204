using AspireMl.Contracts.Datasets;
using AspireMl.Storage.Datasets;
using AspireMl.Storage.Tabular;

namespace AspireMl.Retraining.Worker.Datasets;

/// <summary>Stores the rows of one upload in batches, which bound its memory, and counts what becomes of them.</summary>
internal sealed class RowUpload(Dataset dataset, string split, IDatasetStore store, ITabularInferenceStore inferences, int listedRejections)
{
    const int ValuesAtOnce = 500_000;

    readonly int _rowsAtOnce = Math.Clamp(ValuesAtOnce / dataset.Schema.Features.Count, 100, 20_000);
    readonly List<(long Number, DatasetRow Row)> _batch = [];
    readonly List<RowRejection> _rejected = [];
    long _inserted;
    long _unchanged;
    long _rejections;

    /// <summary>What a sender must know when the upload breaks off.</summary>
    public string Progress => _inserted + _unchanged == 0
        ? "Nothing was stored."
        : $"{_inserted + _unchanged} rows before it are stored; send the whole again, rows that are there are kept once.";

    /// <summary>Takes the row that was drafted, or rejects it for the draft's reason.</summary>
    public async ValueTask TakeAsync(long number, RowDraft draft, CancellationToken cancellation)
    {
        if (!draft.TryFinish(out var row, out var reason))
        {
            Reject(number, reason);
            return;
        }

        _batch.Add((number, row));
        if (_batch.Count == _rowsAtOnce)
        {
            await FlushAsync(cancellation);
        }
    }

    void Reject(long number, string reason)
    {
        _rejections++;
        if (_rejected.Count < listedRejections)
        {
            _rejected.Add(new(number, reason));
        }
    }

    public async Task<RowsAdded> FinishAsync(CancellationToken cancellation)
    {
        await FlushAsync(cancellation);
        return new(_inserted, _unchanged, _rejections, [.. _rejected.OrderBy(rejection => rejection.Row)]);
    }

    async Task FlushAsync(CancellationToken cancellation)
    {
        await RejectUnknownInferencesAsync(cancellation);
        if (_batch.Count > 0)
        {
            var added = await store.AddAsync(dataset, split, [.. _batch.Select(entry => entry.Row)], cancellation);
            _inserted += added.Inserted;
            _unchanged += added.Unchanged;
            _batch.Clear();
        }
    }

    async Task RejectUnknownInferencesAsync(CancellationToken cancellation)
    {
        Guid[] ids = [.. _batch.Select(entry => entry.Row.InferenceId).OfType<Guid>().Distinct()];
        if (ids.Length == 0)
        {
            return;
        }

        var known = await inferences.FindKnownAsync(dataset.Name, ids, cancellation);
        foreach (var (number, row) in _batch)
        {
            if (row.InferenceId is { } id && !known.Contains(id))
            {
                Reject(number, $"The model {dataset.Name} has no recorded inference {id}; send the label again if it was answered just now.");
            }
        }

        _batch.RemoveAll(entry => entry.Row.InferenceId is { } id && !known.Contains(id));
    }
}
