namespace AspireMl.Contracts.Monitoring;

/// <summary>What is wrong with the rows that a model is asked about.</summary>
public sealed record QualityReport : ReportHead
{
    /// <summary>The features in the order of the model's card.</summary>
    public required IReadOnlyList<QualityColumn> Columns { get; init; }

    /// <summary>Share of rows that repeat an earlier one in every feature, 0 to 1.</summary>
    public required SideShares Duplicates { get; init; }

    /// <summary>The pairs of numeric features whose correlation changed most, largest change first.</summary>
    public required IReadOnlyList<CorrelationShift> Correlations { get; init; }

    /// <summary>What is beyond a threshold.</summary>
    public required IReadOnlyList<QualityFinding> Findings { get; init; }
}
