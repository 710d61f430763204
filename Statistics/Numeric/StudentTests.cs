using MathNet.Numerics.Distributions;

namespace AspireMl.Statistics.Numeric;

/// <summary>Two-sided t tests of equal means.</summary>
public static class StudentTests
{
    /// <summary>Student's (1908) test, which takes the variances as equal; n + m − 2 degrees of freedom.</summary>
    /// <exception cref="ArgumentException">A sample has fewer than two values.</exception>
    public static TestResult Student(Moments reference, Moments current)
    {
        Require(reference, current);
        var freedom = reference.Count + current.Count - 2.0;
        var pooled = (reference.SquaredDeviations + current.SquaredDeviations) / freedom;
        return Result(reference.Mean - current.Mean, pooled * ((1.0 / reference.Count) + (1.0 / current.Count)), freedom);
    }

    /// <summary>Welch's (1947) test for unequal variances, with Satterthwaite's degrees of freedom.</summary>
    /// <exception cref="ArgumentException">A sample has fewer than two values.</exception>
    public static TestResult Welch(Moments reference, Moments current)
    {
        Require(reference, current);
        var (first, second) = (reference.Variance / reference.Count, current.Variance / current.Count);
        var variance = first + second;
        var freedom = variance * variance / ((first * first / (reference.Count - 1)) + (second * second / (current.Count - 1)));
        return Result(reference.Mean - current.Mean, variance, freedom);
    }

    static TestResult Result(double difference, double variance, double freedom)
    {
        if (variance == 0)
        {
            return difference == 0 ? new(0, 1) : new(double.CopySign(double.PositiveInfinity, difference), 0);
        }

        var t = difference / Math.Sqrt(variance);
        return new(t, 2 * StudentT.CDF(0, 1, freedom, -Math.Abs(t)));
    }

    static void Require(Moments reference, Moments current)
    {
        if (reference.Count < 2 || current.Count < 2)
        {
            throw new ArgumentException("A t test needs two values in each sample.");
        }
    }
}
