namespace AspireMl.Contracts.Schedules;

/// <summary>What came of a scheduled run.</summary>
/// <param name="StartedAt">When it began, UTC.</param>
/// <param name="FinishedAt">When it ended, UTC.</param>
/// <param name="Succeeded">Whether it did what it should.</param>
/// <param name="Message">What it did, or why it did not; a sentence.</param>
public sealed record ScheduleRun(DateTimeOffset StartedAt, DateTimeOffset FinishedAt, bool Succeeded, string Message);
