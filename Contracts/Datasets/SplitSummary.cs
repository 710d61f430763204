namespace AspireMl.Contracts.Datasets;

/// <summary>How much is in one split of a dataset.</summary>
/// <param name="Split">One of <see cref="DatasetSplits"/>.</param>
/// <param name="Rows">Number of rows.</param>
/// <param name="First">Time of the oldest row, UTC; null when there is none.</param>
/// <param name="Last">Time of the newest row, UTC; null when there is none.</param>
public sealed record SplitSummary(string Split, long Rows, DateTimeOffset? First, DateTimeOffset? Last);
