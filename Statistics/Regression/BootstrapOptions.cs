using System.ComponentModel.DataAnnotations;

namespace AspireMl.Statistics.Regression;

/// <summary>How often rows are drawn again, and what for.</summary>
public sealed record BootstrapOptions
{
    /// <value>Resamples. Default 2,000, from 100 to 100,000.</value>
    [Range(100, 100_000)]
    public int Resamples { get; init; } = 2000;

    /// <value>Confidence of the interval. Default 0.95, from 0.5 to 0.999.</value>
    [Range(0.5, 0.999)]
    public double Confidence { get; init; } = 0.95;

    /// <value>Seed of the draws; the same seed gives the same interval.</value>
    public ulong Seed { get; init; } = 1;
}
