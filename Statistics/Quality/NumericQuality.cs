using AspireMl.Statistics.Numeric;

namespace AspireMl.Statistics.Quality;

/// <summary>What is wrong with a numeric column.</summary>
/// <param name="Rows">All rows.</param>
/// <param name="Missing">Rows with NaN.</param>
/// <param name="Infinite">Rows with an infinite value.</param>
/// <param name="OutOfRange">Finite values outside the range given.</param>
/// <param name="Constant">At least two finite values, all the same.</param>
public sealed record NumericQuality(long Rows, long Missing, long Infinite, long OutOfRange, bool Constant)
{
    /// <summary>Missing ÷ rows, 0 to 1.</summary>
    public double MissingShare => Rows == 0 ? 0 : (double)Missing / Rows;

    /// <summary>Checks a sample against the range that values may have, ends included.</summary>
    /// <exception cref="ArgumentException">The range is empty or NaN.</exception>
    public static NumericQuality Of(SortedSample sample, double least = double.NegativeInfinity, double most = double.PositiveInfinity)
    {
        ArgumentNullException.ThrowIfNull(sample);
        if (!(least <= most))
        {
            throw new ArgumentException($"The range from {least} to {most} holds nothing.");
        }

        var below = double.IsNegativeInfinity(least) ? 0 : sample.CountAtMost(Math.BitDecrement(least));
        var outside = below + (sample.Count - sample.CountAtMost(most));
        return new(sample.Count + sample.Missing + sample.Infinite, sample.Missing, sample.Infinite, outside, sample.Count > 1 && sample.Min == sample.Max);
    }
}
