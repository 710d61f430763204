namespace AspireMl.Contracts.Monitoring;

/// <summary>A monitor and how it is doing.</summary>
public sealed record MonitorRecord
{
    /// <summary>UUID v7.</summary>
    public required Guid MonitorId { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>What it watches.</summary>
    public required MonitorSettings Settings { get; init; }

    /// <summary>Whether it has a secret to sign webhooks with.</summary>
    public bool HasWebhookSecret { get; init; }

    /// <summary>When it looks next, UTC; null while it rests.</summary>
    public DateTimeOffset? NextRunAt { get; init; }

    /// <summary>When it looked last, UTC; null before the first time.</summary>
    public DateTimeOffset? LastRunAt { get; init; }

    /// <summary>The report that it made last; null when it could not make one.</summary>
    public Guid? LastReportId { get; init; }

    /// <summary>What came of the last run, in a sentence.</summary>
    public string? LastMessage { get; init; }
}
