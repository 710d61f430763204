namespace AspireMl.Contracts.Datasets;

/// <summary>What became of a removal.</summary>
/// <param name="Deleted">Rows that were removed.</param>
public sealed record RowsDeleted(long Deleted);
