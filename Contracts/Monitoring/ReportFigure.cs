namespace AspireMl.Contracts.Monitoring;

/// <summary>One figure of a report.</summary>
/// <param name="Name">The column or metric.</param>
/// <param name="Measure">What was measured there: a drift method, <c>missing</c> or the like; null where the name says it.</param>
/// <param name="Value">The figure.</param>
/// <param name="Threshold">Where it becomes a finding; null where nobody set one.</param>
/// <param name="Flagged">Whether it is one.</param>
public sealed record ReportFigure(string Name, string? Measure, double Value, double? Threshold, bool Flagged);
