namespace AspireMl.Bench.ImageDrift;

/// <summary>How often a detector says drift.</summary>
/// <param name="Detector">Its space and method.</param>
/// <param name="Rate">Share of the draws, 0 to 1.</param>
internal sealed record DetectorRate(string Detector, double Rate);
