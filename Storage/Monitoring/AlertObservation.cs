using AspireMl.Contracts.Monitoring;

namespace AspireMl.Storage.Monitoring;

/// <summary>What a monitor saw.</summary>
/// <param name="Monitor">The monitor.</param>
/// <param name="Flagged">Whether it gives alarm.</param>
/// <param name="Message">What it saw, in a sentence.</param>
/// <param name="ReportId">The report that shows it.</param>
/// <param name="At">When.</param>
public sealed record AlertObservation(MonitorRecord Monitor, bool Flagged, string Message, Guid ReportId, DateTimeOffset At);
