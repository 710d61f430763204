using AspireMl.Contracts.Documents;
using AspireMl.Contracts.Paging;
using AspireMl.Storage.Documents;
using AspireMl.Storage.Histories;

namespace AspireMl.Storage.Tabular;

/// <summary>The history of answered rows. Safe for use by many threads; every call may be repeated without changing its result.</summary>
/// <remarks>Every member throws <see cref="StorageUnavailableException"/> while the store cannot be reached.</remarks>
public interface ITabularInferenceStore
{
    /// <summary>Records all rows of all batches, or none. An id that is there already is left as it is.</summary>
    /// <exception cref="ArgumentException">The arrays of a batch do not fit each other.</exception>
    Task RecordAsync(IReadOnlyList<TabularBatch> batches, CancellationToken cancellation);

    /// <summary>The recorded rows one after the other; those of one moment in the order of their ids.</summary>
    /// <remarks>Rows are read in pages, so that a long reading holds no connection; what is recorded meanwhile may be among them.</remarks>
    IAsyncEnumerable<TabularInference> ReadAsync(HistoryFilter filter, CancellationToken cancellation = default);

    /// <summary>Rows of all models, newest first; a task takes those that predict a number, or those that predict a label.</summary>
    Task<Page<TabularInference>> ListAsync(InferenceFilter filter, CancellationToken cancellation);

    /// <summary>Keeps a person's word. The one given last, by its time, is the row's feedback from then on.</summary>
    /// <returns>The model that answered the row, or null when no such row is recorded.</returns>
    Task<ModelVersion?> AddFeedbackAsync(FeedbackEntry entry, CancellationToken cancellation);

    /// <summary>How many rows the filter takes.</summary>
    Task<long> CountAsync(HistoryFilter filter, CancellationToken cancellation);

    /// <summary>The rows that have these ids, in no order; an id that is not there gives none.</summary>
    Task<IReadOnlyList<TabularInference>> FindAsync(IReadOnlyCollection<Guid> inferenceIds, CancellationToken cancellation);

    /// <summary>Those of these ids that are recorded for a model.</summary>
    Task<IReadOnlySet<Guid>> FindKnownAsync(string model, IReadOnlyCollection<Guid> inferenceIds, CancellationToken cancellation);

    /// <summary>Forgets rows that were answered before a time, and what was said about them, the oldest of each model first.</summary>
    /// <param name="time">The time.</param>
    /// <param name="limit">Most rows that this call forgets, at least 1.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>How many were forgotten; fewer than the limit when no more are as old.</returns>
    Task<int> DeleteBeforeAsync(DateTimeOffset time, int limit, CancellationToken cancellation);
}
