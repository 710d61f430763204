namespace AspireMl.Contracts.Clients;

/// <summary>Which entries of an image dataset to list. Null means any.</summary>
public sealed record ImageEntryFilter
{
    /// <summary>A split of <see cref="ImageDatasets.ImageSplits"/>.</summary>
    public string? Split { get; init; }

    /// <summary>A class.</summary>
    public string? Label { get; init; }

    /// <summary>Where the page before ended.</summary>
    public string? Cursor { get; init; }

    /// <summary>Most entries to return, 1 to 1,000; 100 when null.</summary>
    public int? Limit { get; init; }
}
