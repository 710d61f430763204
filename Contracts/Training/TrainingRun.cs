namespace AspireMl.Contracts.Training;

/// <summary>A run: from a snapshot of the data to a decision about a retrained model.</summary>
public sealed record TrainingRun : RunOutcome
{
    /// <summary>A run that has found nothing yet.</summary>
    public TrainingRun()
    {
    }

    /// <summary>A run with what it has found.</summary>
    public TrainingRun(RunOutcome outcome)
        : base(outcome)
    {
    }

    /// <summary>UUID v7.</summary>
    public required Guid RunId { get; init; }

    /// <summary>The model.</summary>
    public required string Model { get; init; }

    /// <summary>One of <see cref="RunStatuses"/>.</summary>
    public required string Status { get; init; }

    /// <summary>What asked for it and why.</summary>
    public required RetrainRequest Request { get; init; }

    /// <summary>When it was asked for, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>How far it is, 0 to 1.</summary>
    public double Progress { get; init; }

    /// <summary>What it is doing, in a few words.</summary>
    public string? Step { get; init; }

    /// <summary>How often a worker took it up.</summary>
    public int Attempts { get; init; }

    /// <summary>Who is at it, or was last.</summary>
    public string? Worker { get; init; }

    /// <summary>When a worker took it up last, UTC.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended, UTC.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Whether someone asked it to stop.</summary>
    public bool CancelRequested { get; init; }

    /// <summary>Why it broke off, in a sentence.</summary>
    public string? Message { get; init; }
}
