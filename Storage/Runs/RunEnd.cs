using AspireMl.Contracts.Training;

namespace AspireMl.Storage.Runs;

/// <summary>How an attempt ended.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Attempt">The number of the attempt.</param>
/// <param name="Status">One of <see cref="RunStatuses"/>; queued when it is to be tried again.</param>
public sealed record RunEnd(Guid RunId, int Attempt, string Status)
{
    /// <summary>What it found; null leaves what was noted.</summary>
    public RunOutcome? Outcome { get; init; }

    /// <summary>Why, in a sentence.</summary>
    public string? Message { get; init; }

    /// <summary>How long a run that is to be tried again waits.</summary>
    public TimeSpan RetryAfter { get; init; }
}
