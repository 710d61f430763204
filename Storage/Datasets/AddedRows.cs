namespace AspireMl.Storage.Datasets;

/// <summary>What became of rows that were added.</summary>
/// <param name="Inserted">New rows.</param>
/// <param name="Unchanged">Rows that were there already.</param>
public readonly record struct AddedRows(long Inserted, long Unchanged);
