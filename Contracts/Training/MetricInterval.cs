namespace AspireMl.Contracts.Training;

/// <summary>Where a metric lies with a confidence of 95 %.</summary>
/// <param name="Lower">Lower end.</param>
/// <param name="Upper">Upper end.</param>
public sealed record MetricInterval(double Lower, double Upper);
