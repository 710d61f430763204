using AspireMl.Contracts.Documents;
using AspireMl.Contracts.Inferences;
using AspireMl.Contracts.Models;
using AspireMl.Contracts.Paging;
using AspireMl.Storage.Documents;
using AspireMl.Storage.Tabular;

namespace AspireMl.Inference.Api.Inferences;

/// <summary>What was answered, in one order: answers about documents and images, and answered rows, each from its own store.</summary>
sealed class InferenceHistory(IInferenceStore answers, ITabularInferenceStore rows, RowRecords records)
{
    /// <summary>Inferences, newest first.</summary>
    public async Task<Page<InferenceRecord>> ListAsync(InferenceFilter filter, CancellationToken cancellation)
    {
        var answered = IsOfRows(filter.Task) ? Empty : answers.ListAsync(filter, cancellation);
        var predicted = IsOfAnswers(filter.Task) ? Empty : ListRowsAsync(filter, cancellation);
        return Merge(await answered, await predicted, filter.Limit);
    }

    /// <summary>One inference, or null.</summary>
    public async Task<InferenceRecord?> FindAsync(Guid inferenceId, CancellationToken cancellation) =>
        await answers.FindAsync(inferenceId, cancellation)
        ?? (await rows.FindAsync([inferenceId], cancellation) is [var row] ? await records.OfAsync(row, cancellation) : null);

    /// <summary>Keeps a person's word.</summary>
    /// <returns>The model that answered, or null when no such inference is recorded.</returns>
    public async Task<ModelVersion?> AddFeedbackAsync(FeedbackEntry entry, CancellationToken cancellation) =>
        await answers.AddFeedbackAsync(entry, cancellation) ?? await rows.AddFeedbackAsync(entry, cancellation);

    static Task<Page<InferenceRecord>> Empty { get; } = Task.FromResult(new Page<InferenceRecord>([], null));

    static bool IsOfRows(string? task) => task is ModelTasks.TabularRegression or ModelTasks.TabularClassification;

    static bool IsOfAnswers(string? task) => task is ModelTasks.DocumentQuestion or ModelTasks.ImageClassification;

    async Task<Page<InferenceRecord>> ListRowsAsync(InferenceFilter filter, CancellationToken cancellation)
    {
        var page = await rows.ListAsync(filter, cancellation);
        return new(await records.ListAsync(page.Items, cancellation), page.NextCursor);
    }

    // Each page holds the newest of its store, so the newest of both are among them.
    static Page<InferenceRecord> Merge(Page<InferenceRecord> first, Page<InferenceRecord> second, int limit)
    {
        InferenceRecord[] items =
        [
            .. first.Items.Concat(second.Items)
                .OrderByDescending(record => record.CreatedAt)
                .ThenByDescending(record => record.InferenceId)
                .Take(limit),
        ];
        var isLast = items.Length == first.Items.Count + second.Items.Count && first.NextCursor is null && second.NextCursor is null;
        return new(items, isLast ? null : new PageCursor(items[^1].CreatedAt, items[^1].InferenceId).ToString());
    }
}
