using System.Text.Json;
using AspireMl.Contracts.Documents;

namespace AspireMl.Contracts.Jobs;

/// <summary>A piece of work that a client asked for and that is done when a worker gets to it.</summary>
public sealed record JobRecord
{
    /// <summary>UUID v7.</summary>
    public required Guid JobId { get; init; }

    /// <summary>One of <see cref="JobStatuses"/>.</summary>
    public required string Status { get; init; }

    /// <summary>The service whose queue it goes through.</summary>
    public required string Service { get; init; }

    /// <summary>Name of the model that is asked.</summary>
    public required string Model { get; init; }

    /// <summary>The version that answered, once one has.</summary>
    public ModelVersion? AnsweredBy { get; init; }

    /// <summary>How often a worker has begun it.</summary>
    public int Attempts { get; init; }

    /// <summary>The worker that has it or had it last.</summary>
    public string? Worker { get; init; }

    /// <summary>When it was asked for, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When a worker began it last.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended, in whatever way.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Milliseconds of the last attempt; null while it runs.</summary>
    public double? ElapsedMs => (FinishedAt - StartedAt)?.TotalMilliseconds;

    /// <summary>Someone asked to cancel it while it ran.</summary>
    public bool CancelRequested { get; init; }

    /// <summary>What was asked.</summary>
    public required JsonElement Payload { get; init; }

    /// <summary>What came of it.</summary>
    public JsonElement? Result { get; init; }

    /// <summary>Why it failed, was cancelled, or is tried again; a sentence.</summary>
    public string? Message { get; init; }
}

/// <summary>What a client gets for a job that is accepted.</summary>
/// <param name="JobId">Its id, to look it up by.</param>
public sealed record JobAccepted(Guid JobId);
