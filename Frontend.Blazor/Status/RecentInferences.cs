using AspireMl.Contracts.Clients;
using AspireMl.Contracts.Inferences;
using AspireMl.Contracts.Models;

namespace AspireMl.Frontend.Blazor.Status;

/// <summary>The latest recorded answers about documents, as far as a chart needs them.</summary>
/// <param name="inference">Lists them.</param>
public sealed class RecentInferences(InferenceClient inference)
{
    /// <summary>Most answers that are looked at.</summary>
    public const int Most = 500;

    const int PageLength = 100;

    /// <summary>Answers since a moment, newest first, at most <see cref="Most"/>.</summary>
    public async Task<IReadOnlyList<InferenceRecord>> SinceAsync(DateTimeOffset from, CancellationToken cancellation = default)
    {
        List<InferenceRecord> records = [];
        string? cursor = null;
        do
        {
            var page = await inference.ListInferencesAsync(new() { Task = ModelTasks.DocumentQuestion, From = from, Cursor = cursor, Limit = PageLength }, cancellation);
            records.AddRange(page.Items);
            cursor = page.NextCursor;
        }
        while (cursor is not null && records.Count < Most);

        return records;
    }
}
