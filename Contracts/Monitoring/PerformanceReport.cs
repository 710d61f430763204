namespace AspireMl.Contracts.Monitoring;

/// <summary>How wrong a regression model's predictions are where labels have come, and probably are where none have.</summary>
public sealed record PerformanceReport : ReportHead
{
    /// <summary>Answers of the window whose label has come.</summary>
    public required long Labelled { get; init; }

    /// <summary>The champion's errors on the reference; null when it could not be had.</summary>
    public PerformanceMetrics? ReferenceMetrics { get; init; }

    /// <summary>Errors where labels have come; null without labels.</summary>
    public PerformanceMetrics? Metrics { get; init; }

    /// <summary>The errors to expect of all answers of the window, learned from the reference; null when it could not be made.</summary>
    public PerformanceEstimate? Estimate { get; init; }

    /// <summary>Why there is no reference or estimate, in a sentence; null when there is.</summary>
    public string? NoEstimate { get; init; }
}
