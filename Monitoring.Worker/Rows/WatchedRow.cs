namespace AspireMl.Monitoring.Worker.Rows;

/// <summary>A row to watch.</summary>
/// <param name="At">When it was, UTC.</param>
/// <param name="InferenceId">The inference that it is, or is the label of; null where it belongs to none.</param>
/// <param name="Features">In the order of its table; NaN where missing, a category as its place in the list.</param>
/// <param name="Value">What was predicted, or what was right; a label as its place in the list.</param>
sealed record WatchedRow(DateTimeOffset At, Guid? InferenceId, double[] Features, double Value);
