namespace AspireMl.Storage.Datasets;

/// <summary>Some rows of a dataset.</summary>
/// <param name="Dataset">The dataset's name.</param>
/// <param name="Split">One of the splits.</param>
/// <param name="From">Not before this time; null means from the first row.</param>
/// <param name="To">Before this time; null means to the last row.</param>
public sealed record DatasetRange(string Dataset, string Split, DateTimeOffset? From = null, DateTimeOffset? To = null);
