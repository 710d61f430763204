namespace AspireMl.Storage.Jobs;

/// <summary>The jobs that have not ended.</summary>
/// <param name="Queued">How many wait.</param>
/// <param name="Running">How many a worker has.</param>
/// <param name="OldestQueued">When the one was asked for that has waited longest; null when none waits.</param>
public sealed record JobBacklog(long Queued, long Running, DateTimeOffset? OldestQueued);
