namespace AspireMl.Contracts.Monitoring;

/// <summary>What every report begins with.</summary>
public abstract record ReportHead
{
    /// <summary>UUID v7.</summary>
    public required Guid ReportId { get; init; }

    /// <summary>One of <see cref="ReportKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The model's name.</summary>
    public required string Model { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Whether it gives cause for an alert.</summary>
    public required bool Flagged { get; init; }

    /// <summary>What the current rows are compared with.</summary>
    public required RowSource Reference { get; init; }

    /// <summary>The rows that the report is about.</summary>
    public required RowSource Current { get; init; }
}
