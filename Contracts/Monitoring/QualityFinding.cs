namespace AspireMl.Contracts.Monitoring;

/// <summary>Something beyond a threshold.</summary>
/// <param name="Check">One of <see cref="QualityChecks"/>.</param>
/// <param name="Column">The feature, or two with a comma between; null for whole rows.</param>
/// <param name="Value">What was measured.</param>
/// <param name="Threshold">From where on it is a finding.</param>
public sealed record QualityFinding(string Check, string? Column, double Value, double Threshold);
