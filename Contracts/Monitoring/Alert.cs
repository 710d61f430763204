namespace AspireMl.Contracts.Monitoring;

/// <summary>An episode in which a monitor saw something: it begins with the first such report and ends with the first without.</summary>
public sealed record Alert
{
    /// <summary>UUID v7.</summary>
    public required Guid AlertId { get; init; }

    /// <summary>The monitor.</summary>
    public required Guid MonitorId { get; init; }

    /// <summary>The model.</summary>
    public required string Model { get; init; }

    /// <summary>One of <see cref="ReportKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>What was seen last, in a sentence.</summary>
    public required string Message { get; init; }

    /// <summary>The report that showed it last.</summary>
    public required Guid ReportId { get; init; }

    /// <summary>When it was seen first, UTC.</summary>
    public required DateTimeOffset RaisedAt { get; init; }

    /// <summary>When it was seen last, UTC.</summary>
    public required DateTimeOffset LastSeenAt { get; init; }

    /// <summary>When a person said that they know, UTC.</summary>
    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>Who said so.</summary>
    public string? AcknowledgedBy { get; init; }

    /// <summary>When it was over, UTC.</summary>
    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>One of <see cref="AlertStates"/>.</summary>
    public string State => ResolvedAt is not null ? AlertStates.Resolved : AcknowledgedAt is not null ? AlertStates.Acknowledged : AlertStates.Open;
}
