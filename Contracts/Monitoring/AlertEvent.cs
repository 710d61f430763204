namespace AspireMl.Contracts.Monitoring;

/// <summary>What is posted to a webhook.</summary>
/// <param name="Type"><see cref="Raised"/> or <see cref="Resolved"/>.</param>
/// <param name="Timestamp">When it happened, UTC.</param>
/// <param name="Data">The alert.</param>
public sealed record AlertEvent(string Type, DateTimeOffset Timestamp, Alert Data)
{
    /// <summary>An episode has begun.</summary>
    public const string Raised = "alert.raised";

    /// <summary>An episode is over.</summary>
    public const string Resolved = "alert.resolved";
}
