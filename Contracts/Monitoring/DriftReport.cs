namespace AspireMl.Contracts.Monitoring;

/// <summary>How far columns have moved away from a reference: features, predictions or targets.</summary>
public sealed record DriftReport : ReportHead
{
    /// <summary>The columns in the order of the model's card.</summary>
    public required IReadOnlyList<ColumnDriftReport> Columns { get; init; }

    /// <summary>Whether the share of drifted columns reaches <see cref="DriftedShare"/>.</summary>
    public required bool Drifted { get; init; }

    /// <summary>Drifted columns ÷ columns, 0 to 1.</summary>
    public required double Share { get; init; }

    /// <summary>The share from which on the whole counts as drifted, above 0 to 1.</summary>
    public required double DriftedShare { get; init; }
}
