using AspireMl.Contracts.Documents;
using AspireMl.Contracts.Inferences;
using AspireMl.Contracts.Paging;
using AspireMl.Storage.Retention;

namespace AspireMl.Storage.Documents;

/// <summary>
/// The history of answers about documents and images, and of what people said about them; that of rows is <see cref="Tabular.ITabularInferenceStore"/>. Safe for use by many threads; every
/// call may be repeated without changing its result.
/// </summary>
/// <remarks>Every member throws <see cref="StorageUnavailableException"/> while the store cannot be reached.</remarks>
public interface IInferenceStore
{
    /// <summary>Records answers. An id that is there already is left as it is, so that after a failure the same call records what is missing.</summary>
    /// <param name="records">The answers; their <see cref="InferenceRecord.Feedback"/> is not recorded.</param>
    /// <param name="cancellation">Gives up.</param>
    Task RecordAsync(IReadOnlyList<InferenceRecord> records, CancellationToken cancellation);

    /// <summary>One answer with its words, features and latest feedback, or null.</summary>
    Task<InferenceRecord?> FindAsync(Guid inferenceId, CancellationToken cancellation);

    /// <summary>Answers, newest first, without words and features.</summary>
    Task<Page<InferenceRecord>> ListAsync(InferenceFilter filter, CancellationToken cancellation);

    /// <summary>Keeps a person's word. The one given last, by its time, is the inference's feedback from then on.</summary>
    /// <returns>The model that gave the answer, or null when no such inference is recorded.</returns>
    Task<ModelVersion?> AddFeedbackAsync(FeedbackEntry entry, CancellationToken cancellation);

    /// <summary>All that was said about one inference, oldest first.</summary>
    Task<IReadOnlyList<Feedback>> ListFeedbackAsync(Guid inferenceId, CancellationToken cancellation);

    /// <summary>Answers that were given before a time, oldest first, each with its image and its heat map.</summary>
    /// <param name="time">The time.</param>
    /// <param name="limit">Most answers to return, at least 1.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<IReadOnlyList<AgedRecord>> FindBeforeAsync(DateTimeOffset time, int limit, CancellationToken cancellation);

    /// <summary>Forgets answers and what was said about them. Their objects stay.</summary>
    /// <returns>How many there were.</returns>
    Task<int> DeleteAsync(IReadOnlyCollection<Guid> inferenceIds, CancellationToken cancellation);

    /// <summary>Those of these objects that an answer refers to, as its image or its heat map.</summary>
    Task<IReadOnlySet<string>> FindObjectsInUseAsync(IReadOnlyCollection<string> objects, CancellationToken cancellation);
}
