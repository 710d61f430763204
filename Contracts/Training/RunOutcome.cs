using System.Text.Json.Serialization;

namespace AspireMl.Contracts.Training;

/// <summary>What a run has found so far; nothing is ever taken back but by a new attempt.</summary>
public record RunOutcome
{
    /// <summary>SHA-256 over the rows that it learned from and those that it was judged on, in lower-case hex.</summary>
    public string? DataHash { get; init; }

    /// <summary>Rows that it learned from.</summary>
    public int TrainingRows { get; init; }

    /// <summary>Rows that it was judged on.</summary>
    public int HeldOutRows { get; init; }

    /// <summary>Time of the newest row that it saw, UTC.</summary>
    public DateTimeOffset? NewestRow { get; init; }

    /// <summary>What was looked for in the data.</summary>
    public IReadOnlyList<DataCheck> Checks { get; init; } = [];

    /// <summary>The ways to learn that were tried, best in cross-validation first.</summary>
    public IReadOnlyList<CandidateResult> Candidates { get; init; } = [];

    /// <summary>The best candidate on the held-out rows.</summary>
    public ModelResults? RetrainedModelResults { get; init; }

    /// <summary>The champion on the same rows; null when there was none that could answer them.</summary>
    public ModelResults? PreviousModelResults { get; init; }

    /// <summary>Between the two.</summary>
    public ErrorDifference? Difference { get; init; }

    /// <summary>What was found out about an image classifier; null for runs of other models.</summary>
    public ImageRunResult? Image { get; init; }

    /// <summary>SHA-256 of the package's archive.</summary>
    public string? PackageHash { get; init; }

    /// <summary>One of <see cref="RunDecisions"/>.</summary>
    public string? Decision { get; init; }

    /// <summary>Why it was decided so, in a sentence.</summary>
    public string? Reason { get; init; }

    /// <summary>The version that was made, or null when none was.</summary>
    [JsonIgnore]
    public string? RetrainedVersion => Image is { } image ? image.Evaluation?.Version : RetrainedModelResults?.Model;
}
