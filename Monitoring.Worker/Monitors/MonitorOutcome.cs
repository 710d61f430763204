namespace AspireMl.Monitoring.Worker.Monitors;

/// <summary>What came of a run.</summary>
/// <param name="Outcome">One of <see cref="Telemetry.RunOutcome"/>.</param>
/// <param name="ReportId">The report that was made, or null.</param>
/// <param name="Message">A sentence.</param>
sealed record MonitorOutcome(string Outcome, Guid? ReportId, string Message);
