namespace AspireMl.Contracts.Monitoring;

/// <summary>How an alert stands.</summary>
public static class AlertStates
{
    /// <summary>Nobody has said that they know.</summary>
    public const string Open = "open";

    /// <summary>Somebody has, and it lasts.</summary>
    public const string Acknowledged = "acknowledged";

    /// <summary>It is over.</summary>
    public const string Resolved = "resolved";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Open, Acknowledged, Resolved];
}
