using AspireMl.Contracts.Inferences;
using AspireMl.Contracts.Paging;
using AspireMl.Storage.Documents;

namespace AspireMl.Monitoring.Worker.Embeddings;

/// <summary>The labels that people gave to images: what they called correct, and what they said instead.</summary>
sealed class ConfirmedLabels(IInferenceStore store)
{
    /// <summary>The newest labels of a stretch of time.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync(string model, DateTimeOffset from, DateTimeOffset to, int most, CancellationToken cancellation)
    {
        List<string> labels = [];
        var filter = new InferenceFilter { Model = model, From = from, To = to, Limit = InferenceFilter.MaxLimit };
        foreach (var verdict in (string[])[Feedback.Correct, Feedback.Incorrect])
        {
            var wanted = labels.Count + most;
            PageCursor? after = null;
            do
            {
                var page = await store.ListAsync(filter with { Verdict = verdict, After = after }, cancellation);
                labels.AddRange(page.Items.Select(LabelOf).OfType<string>());
                after = PageCursor.TryParse(page.NextCursor, out var cursor) ? cursor : null;
            }
            while (after is not null && labels.Count < wanted);
        }

        return labels;
    }

    static string? LabelOf(InferenceRecord record) => record.Feedback is { Verdict: Feedback.Incorrect } feedback ? feedback.Expected : record.Answer;
}
