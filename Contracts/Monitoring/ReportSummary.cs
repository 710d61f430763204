namespace AspireMl.Contracts.Monitoring;

/// <summary>A report in a list: what a history or a heat map shows of it.</summary>
public sealed record ReportSummary : ReportHead
{
    /// <summary>Its figures, one a column or metric.</summary>
    public required IReadOnlyList<ReportFigure> Figures { get; init; }
}
