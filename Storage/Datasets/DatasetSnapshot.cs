using AspireMl.Contracts.Datasets;

namespace AspireMl.Storage.Datasets;

/// <summary>Rows of one split as they were at one time, in memory, oldest first.</summary>
/// <param name="Schema">What the rows hold.</param>
/// <param name="Rows">Ordered by time, then by row id.</param>
/// <param name="Hash">SHA-256 of names and rows in lower-case hex: the same rows have the same hash on every machine.</param>
public sealed record DatasetSnapshot(DatasetSchema Schema, IReadOnlyList<DatasetRow> Rows, string Hash);
