using System.ComponentModel;
using AspireMl.Contracts.Datasets;
using AspireMl.Contracts.Paging;
using AspireMl.ServiceDefaults.Queries;
using AspireMl.ServiceDefaults.Refusals;
using AspireMl.Storage.Datasets;

namespace AspireMl.Retraining.Worker.Datasets;

/// <summary>The query of the list of rows, as it was sent.</summary>
internal sealed record RowQuery(
    [property: Description("training, testing or production.")] string? Split,
    [property: Description("Earliest time, ISO 8601; UTC unless it says otherwise.")] string? From,
    [property: Description("Time before which to list, ISO 8601; UTC unless it says otherwise.")] string? To,
    [property: Description("The nextCursor of the page before.")] string? Cursor,
    [property: Description("Most rows to return, 1 to 1,000; 50 when left out.")] string? Limit)
{
    const int DefaultLimit = 50;

    public PageCursor? After => QueryValue.Cursor(Cursor);

    public int Count => QueryValue.Limit(Limit, DefaultLimit, IDatasetStore.MostRowsOfAPage);

    /// <exception cref="RefusalException">A value is not one: status 400.</exception>
    public DatasetRange ToRange(string dataset) => new(dataset, RequireSplit(Split), QueryValue.Time(From, "from"), QueryValue.Time(To, "to"));

    /// <exception cref="RefusalException">It is none: status 400.</exception>
    public static string RequireSplit(string? split) =>
        QueryValue.OneOf(split, "split", DatasetSplits.All) ?? throw Refusal.Malformed($"Say which split: {string.Join(", ", DatasetSplits.All)}.");
}
