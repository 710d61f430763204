namespace AspireMl.Contracts.Datasets;

/// <summary>A row that was not taken.</summary>
/// <param name="Row">Its place in the upload, from 1; a header is not counted.</param>
/// <param name="Reason">A sentence that says what is wrong with it.</param>
public sealed record RowRejection(long Row, string Reason);
