namespace AspireMl.Storage.Monitoring;

/// <summary>How everything that is watched stands.</summary>
/// <param name="Monitors">The monitors that do not rest.</param>
/// <param name="Alerts">How many alerts are not resolved.</param>
/// <param name="PendingWebhooks">How much is still to be posted.</param>
public sealed record MonitoringStatus(IReadOnlyList<MonitorStatus> Monitors, IReadOnlyList<AlertCount> Alerts, long PendingWebhooks);
