namespace AspireMl.Contracts.Schedules;

/// <summary>A schedule as it is now.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Settings">What is done when.</param>
/// <param name="Paused">True while it rests.</param>
/// <param name="NextRunAt">When it runs next, UTC; null when never again.</param>
/// <param name="LastRun">What came of the last run, or null.</param>
public sealed record ScheduleRecord(string Name, ScheduleSettings Settings, bool Paused, DateTimeOffset? NextRunAt, ScheduleRun? LastRun);
