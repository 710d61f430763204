namespace AspireMl.Contracts.Monitoring;

/// <summary>How values are spread on both sides of a comparison.</summary>
/// <param name="Labels">The bins or categories, each in words for an axis.</param>
/// <param name="Edges">Upper ends of all bins but the last, which is open, as the first is; null for categories.</param>
/// <param name="Reference">Share of the reference in each, 0 to 1.</param>
/// <param name="Current">Share of the current values in each, 0 to 1.</param>
public sealed record ValueDistribution(
    IReadOnlyList<string> Labels, IReadOnlyList<double>? Edges, IReadOnlyList<double> Reference, IReadOnlyList<double> Current);
