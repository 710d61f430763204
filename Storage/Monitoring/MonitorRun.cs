namespace AspireMl.Storage.Monitoring;

/// <summary>What came of a run of a monitor.</summary>
/// <param name="MonitorId">The monitor.</param>
/// <param name="At">When it ran.</param>
/// <param name="ReportId">The report that it made, or null.</param>
/// <param name="Message">What came of it, in a sentence.</param>
public sealed record MonitorRun(Guid MonitorId, DateTimeOffset At, Guid? ReportId, string Message);
