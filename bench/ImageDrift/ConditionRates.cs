namespace AspireMl.Bench.ImageDrift;

/// <summary>How often drift is found in images of one kind.</summary>
/// <param name="Condition">What happened to the images.</param>
/// <param name="Detectors">Each detector by itself.</param>
/// <param name="Verdict">Share of the draws in which the report gives alarm, 0 to 1.</param>
internal sealed record ConditionRates(string Condition, IReadOnlyList<DetectorRate> Detectors, double Verdict);
