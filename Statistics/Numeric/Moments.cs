using System.Numerics;

namespace AspireMl.Statistics.Numeric;

/// <summary>
/// Count, mean and sum of squared deviations. Adding is Welford's (1962) recurrence, merging that of Chan, Golub and LeVeque (1979):
/// neither subtracts large squares, and merging is associative up to rounding.
/// </summary>
/// <param name="Count">How many values.</param>
/// <param name="Mean">Their mean; 0 without values.</param>
/// <param name="SquaredDeviations">Sum of the squared distances from the mean.</param>
public readonly record struct Moments(long Count, double Mean, double SquaredDeviations)
{
    /// <summary>Unbiased variance (divisor n − 1); 0 below two values.</summary>
    public double Variance => Count > 1 ? SquaredDeviations / (Count - 1) : 0;

    /// <summary>Root of <see cref="Variance"/>.</summary>
    public double StandardDeviation => Math.Sqrt(Variance);

    /// <summary>These moments and one finite value more.</summary>
    public Moments Add(double value)
    {
        var count = Count + 1;
        var distance = value - Mean;
        var mean = Mean + (distance / count);
        return new(count, mean, SquaredDeviations + (distance * (value - mean)));
    }

    /// <summary>The moments of both groups together.</summary>
    public Moments Merge(Moments other)
    {
        if (Count == 0 || other.Count == 0)
        {
            return Count == 0 ? other : this;
        }

        var count = Count + other.Count;
        var distance = other.Mean - Mean;
        var share = (double)other.Count / count;
        return new(count, Mean + (distance * share), SquaredDeviations + other.SquaredDeviations + (distance * distance * Count * share));
    }

    /// <summary>The moments of finite values, in two passes.</summary>
    public static Moments Of(ReadOnlySpan<double> values)
    {
        if (values.IsEmpty)
        {
            return default;
        }

        // The mean of values near the largest double must not pass through their sum.
        var scale = 1.0 / values.Length;
        var mean = Sum(values, 0, squares: false) is var sum && double.IsFinite(sum) ? sum * scale : ScaledMean(values, scale);
        return new(values.Length, mean, Sum(values, mean, squares: true));
    }

    static double ScaledMean(ReadOnlySpan<double> values, double scale)
    {
        var mean = 0.0;
        foreach (var value in values)
        {
            mean += value * scale;
        }

        return mean;
    }

    static double Sum(ReadOnlySpan<double> values, double centre, bool squares)
    {
        var lanes = Vector<double>.Zero;
        var centres = new Vector<double>(centre);
        var index = 0;
        for (; index <= values.Length - Vector<double>.Count; index += Vector<double>.Count)
        {
            var distance = new Vector<double>(values[index..]) - centres;
            lanes += squares ? distance * distance : distance;
        }

        var sum = Vector.Sum(lanes);
        for (; index < values.Length; index++)
        {
            var distance = values[index] - centre;
            sum += squares ? distance * distance : distance;
        }

        return sum;
    }
}
