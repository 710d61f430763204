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

/// <summary>Which jobs to list. Null means any.</summary>
public sealed record JobFilter
{
    /// <summary>Most jobs a page may have.</summary>
    public const int MaxLimit = 200;

    /// <summary>The status.</summary>
    public string? Status { get; init; }

    /// <summary>Only jobs that come after this one in the list.</summary>
    public Documents.InferenceCursor? After { get; init; }

    /// <summary>Most jobs to return, 1 to <see cref="MaxLimit"/>. Default 50.</summary>
    public int Limit { get; init; } = 50;
}
