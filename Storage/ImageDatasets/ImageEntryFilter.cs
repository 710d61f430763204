namespace AspireMl.Storage.ImageDatasets;

/// <summary>Which entries of a version to list. Null means any.</summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="Number">The version.</param>
public sealed record ImageEntryFilter(string Dataset, int Number)
{
    /// <summary>The split.</summary>
    public string? Split { get; init; }

    /// <summary>The class.</summary>
    public string? Label { get; init; }

    /// <summary>Only entries whose paths come after this one.</summary>
    public string? After { get; init; }

    /// <summary>Most entries to return, 1 to <see cref="IImageDatasetStore.MostItemsOfAPage"/>. Default 100.</summary>
    public int Limit { get; init; } = 100;
}
