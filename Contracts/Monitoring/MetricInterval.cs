namespace AspireMl.Contracts.Monitoring;

/// <summary>A metric with its 95 % interval.</summary>
/// <param name="Value">The metric.</param>
/// <param name="Lower">Lower end.</param>
/// <param name="Upper">Upper end.</param>
public sealed record MetricInterval(double Value, double Lower, double Upper);
