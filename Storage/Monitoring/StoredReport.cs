namespace AspireMl.Storage.Monitoring;

/// <summary>A report as it was kept.</summary>
/// <param name="Kind">One of <see cref="Contracts.Monitoring.ReportKinds"/>; it says what the JSON is.</param>
/// <param name="Document">The whole as JSON.</param>
public sealed record StoredReport(string Kind, string Document);
