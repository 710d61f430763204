using System.Text.Json;
using AspireMl.Contracts.Documents;

namespace AspireMl.Storage.Jobs;

/// <summary>How an attempt at a job ended.</summary>
/// <param name="JobId">The job.</param>
/// <param name="Attempt">The attempt; only the newest one counts.</param>
/// <param name="Status">The job's status from then on.</param>
/// <param name="At">When.</param>
public sealed record JobEnd(Guid JobId, int Attempt, string Status, DateTimeOffset At)
{
    /// <summary>What came of it.</summary>
    public JsonElement? Result { get; init; }

    /// <summary>The version that answered.</summary>
    public ModelVersion? AnsweredBy { get; init; }

    /// <summary>Why it did not finish.</summary>
    public string? Message { get; init; }
}
