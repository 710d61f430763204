namespace AspireMl.Storage.Datasets;

/// <summary>One row of a dataset.</summary>
/// <param name="RowId">Its id; the same content at the same time has the same id (<see cref="RowHash"/>).</param>
/// <param name="At">When it was, in whole microseconds, UTC.</param>
/// <param name="InferenceId">The inference that it is the label of, or null.</param>
/// <param name="Features">
/// In the order of the schema: the number, or the place of the value in the list of a categorical feature; NaN where missing.
/// </param>
/// <param name="Target">The number, or the place of the label in the target's list; never NaN.</param>
public sealed record DatasetRow(Guid RowId, DateTimeOffset At, Guid? InferenceId, double[] Features, double Target);
