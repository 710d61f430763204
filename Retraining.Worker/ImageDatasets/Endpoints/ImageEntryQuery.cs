using System.ComponentModel;
using AspireMl.Contracts.ImageDatasets;
using AspireMl.Contracts.Paging;
using AspireMl.ServiceDefaults.Queries;
using AspireMl.ServiceDefaults.Refusals;
using AspireMl.Storage.ImageDatasets;

namespace AspireMl.Retraining.Worker.ImageDatasets.Endpoints;

/// <summary>The query of a list of entries, as it was sent.</summary>
internal sealed record ImageEntryQuery(
    [property: Description("training, validation or testing; all when left out.")] string? Split,
    [property: Description("A class; all when left out.")] string? Label,
    [property: Description("The nextCursor of the page before.")] string? Cursor,
    [property: Description("Most entries to return, 1 to 1,000; 100 when left out.")] string? Limit)
{
    const int DefaultLimit = 100;

    /// <exception cref="RefusalException">A value is not one: status 400.</exception>
    public ImageEntryFilter ToFilter(string dataset, int number) => new(dataset, number)
    {
        Split = QueryValue.OneOf(Split, "split", [.. ImageSplits.All]),
        Label = Label is "" ? null : Label,
        After = AfterText(Cursor),
        Limit = LimitOf(Limit),
    };

    /// <summary>Where the page before ended, as the list orders it.</summary>
    public static string? AfterText(string? cursor) =>
        cursor is null or "" ? null : TextCursor.Read(cursor) ?? throw Refusal.Malformed("cursor is not one; give back the nextCursor of the page before.");

    public static int LimitOf(string? limit) => QueryValue.Limit(limit, DefaultLimit, IImageDatasetStore.MostItemsOfAPage);
}
