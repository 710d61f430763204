namespace AspireMl.Contracts.Datasets;

/// <summary>A dataset and how much is in it.</summary>
/// <param name="Name">Its name, which is that of the model that it is for.</param>
/// <param name="Schema">What its rows hold.</param>
/// <param name="ChangedAt">When the schema was changed last, UTC.</param>
/// <param name="Splits">All splits, also the empty ones.</param>
public sealed record DatasetSummary(string Name, DatasetSchema Schema, DateTimeOffset ChangedAt, IReadOnlyList<SplitSummary> Splits);
