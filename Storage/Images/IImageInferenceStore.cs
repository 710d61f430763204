using AspireMl.Storage.Histories;

namespace AspireMl.Storage.Images;

/// <summary>What drift of images is measured on: their embeddings and probabilities. Safe for use by many threads; every call may be repeated without changing its result.</summary>
/// <remarks>Every member throws <see cref="StorageUnavailableException"/> while the store cannot be reached.</remarks>
public interface IImageInferenceStore
{
    /// <summary>Records all of these, or none. An id that is there already is left as it is.</summary>
    Task RecordAsync(IReadOnlyList<ImageInference> inferences, CancellationToken cancellation);

    /// <summary>The recorded images one after the other; those of one moment in the order of their ids.</summary>
    /// <remarks>They are read in pages, so that a long reading holds no connection; what is recorded meanwhile may be among them.</remarks>
    IAsyncEnumerable<ImageInference> ReadAsync(HistoryFilter filter, CancellationToken cancellation = default);

    /// <summary>How many images the filter takes.</summary>
    Task<long> CountAsync(HistoryFilter filter, CancellationToken cancellation);

    /// <summary>The images that have these ids, in no order; an id that is not there gives none.</summary>
    Task<IReadOnlyList<ImageInference>> FindAsync(IReadOnlyCollection<Guid> inferenceIds, CancellationToken cancellation);

    /// <summary>Forgets images that were classified before a time, the oldest of each model first.</summary>
    /// <param name="time">The time.</param>
    /// <param name="limit">Most images that this call forgets, at least 1.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>How many were forgotten; fewer than the limit when no more are as old.</returns>
    Task<int> DeleteBeforeAsync(DateTimeOffset time, int limit, CancellationToken cancellation);
}
