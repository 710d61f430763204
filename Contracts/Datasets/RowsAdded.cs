namespace AspireMl.Contracts.Datasets;

/// <summary>What became of an upload of rows.</summary>
/// <param name="Inserted">New rows.</param>
/// <param name="Unchanged">Rows that were there already, with the same time and values; they are kept once.</param>
/// <param name="RejectedRows">Rows that were not taken.</param>
/// <param name="Rejected">The first of them with the reasons, in their order; at most as many as the service lists.</param>
public sealed record RowsAdded(long Inserted, long Unchanged, long RejectedRows, IReadOnlyList<RowRejection> Rejected);
