namespace AspireMl.Monitoring.Worker.Retention;

/// <summary>A kind of data that is deleted by its age.</summary>
/// <param name="Name">Its name in metrics and the log.</param>
/// <param name="Lifetime">How long it is kept; null for ever.</param>
/// <param name="DeleteAsync">Deletes up to so many records that are older than a time, and gives their number; fewer than the limit when no more are as old.</param>
sealed record RetainedKind(string Name, TimeSpan? Lifetime, Func<DateTimeOffset, int, CancellationToken, Task<int>> DeleteAsync);
