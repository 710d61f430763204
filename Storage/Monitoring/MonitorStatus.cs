using AspireMl.Contracts.Monitoring;

namespace AspireMl.Storage.Monitoring;

/// <summary>How a monitor stands.</summary>
/// <param name="Monitor">The monitor.</param>
/// <param name="Report">Its last report, or null.</param>
public sealed record MonitorStatus(MonitorRecord Monitor, ReportSummary? Report);
