using MathNet.Numerics.Distributions;

namespace AspireMl.Statistics.Numeric;

/// <summary>The Mann-Whitney U test (1947), two-sided: do values of one sample tend to exceed those of the other?</summary>
public static class MannWhitney
{
    /// <inheritdoc cref="Test(SamplePair)"/>
    public static TestResult Test(SortedSample reference, SortedSample current) => Test(new SamplePair(reference, current));

    /// <summary>
    /// U of the reference (pairs in which the reference's value is larger, ties half), and the p-value of the normal limit with the variance
    /// corrected for ties and a continuity correction of one half. 1 when all values are equal.
    /// </summary>
    /// <exception cref="ArgumentException">A sample is empty.</exception>
    public static TestResult Test(SamplePair pair)
    {
        ArgumentNullException.ThrowIfNull(pair);
        double n = pair.Reference.Count, m = pair.Current.Count;
        var total = n + m;
        var u = pair.Scan.ReferenceRanks - (n * (n + 1) / 2);
        var deviation = Math.Sqrt(n * m / 12 * (total + 1 - (pair.Scan.Ties / (total * (total - 1)))));
        var distance = Math.Abs(u - (n * m / 2)) - 0.5;
        return new(u, deviation > 0 ? Math.Min(1, 2 * Normal.CDF(0, 1, -distance / deviation)) : 1);
    }
}
