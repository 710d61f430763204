namespace AspireMl.Contracts.Monitoring;

/// <summary>What to make of a monitor.</summary>
/// <param name="Settings">What it watches.</param>
/// <param name="WebhookSecret">
/// Signs what is posted to the webhook, <see cref="ShortestSecret"/> to <see cref="LongestSecret"/> characters. It is never given out again; null keeps the one there is.
/// </param>
public sealed record MonitorRequest(MonitorSettings Settings, string? WebhookSecret = null)
{
    /// <summary>Fewest characters of a secret.</summary>
    public const int ShortestSecret = 16;

    /// <summary>Most characters of a secret.</summary>
    public const int LongestSecret = 256;
}
