namespace AspireMl.Contracts.Monitoring;

/// <summary>What to make of a monitor.</summary>
/// <param name="Settings">What it watches.</param>
/// <param name="WebhookSecret">
/// Signs what is posted to the webhook, 16 to 256 characters. It is never given out again; null keeps the one there is.
/// </param>
public sealed record MonitorRequest(MonitorSettings Settings, string? WebhookSecret = null);
