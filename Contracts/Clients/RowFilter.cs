namespace AspireMl.Contracts.Clients;

/// <summary>Which rows of a dataset to list; null means any.</summary>
public sealed record RowFilter
{
    /// <summary>One of <see cref="Datasets.DatasetSplits"/>.</summary>
    public required string Split { get; init; }

    /// <summary>Earliest time, inclusive.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Latest time, exclusive.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Where the last page ended.</summary>
    public string? Cursor { get; init; }

    /// <summary>Most rows to return, 1 to 1,000; the service decides when it is null.</summary>
    public int? Limit { get; init; }
}
