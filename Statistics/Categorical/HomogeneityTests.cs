using AspireMl.Statistics.Distributions;
using MathNet.Numerics;

namespace AspireMl.Statistics.Categorical;

/// <summary>Tests whether two tables of counts come from one distribution; columns that are 0 in both count for nothing. The p-values are the χ² limit's, good from about 5 expected rows a cell.</summary>
public static class HomogeneityTests
{
    /// <summary>Pearson's (1900) χ² = Σ (observed − expected)² / expected, without Yates's correction.</summary>
    /// <exception cref="ArgumentException">The tables differ in length, or one holds nothing.</exception>
    public static TestResult ChiSquare(ReadOnlySpan<long> reference, ReadOnlySpan<long> current) =>
        Test(reference, current, (observed, expected) => (observed - expected) * (observed - expected) / expected);

    /// <summary>The likelihood-ratio test G = 2 Σ observed · ln(observed / expected) (Wilks 1938).</summary>
    /// <exception cref="ArgumentException">The tables differ in length, or one holds nothing.</exception>
    public static TestResult G(ReadOnlySpan<long> reference, ReadOnlySpan<long> current) =>
        Test(reference, current, (observed, expected) => observed == 0 ? 0 : 2 * observed * Math.Log(observed / expected));

    static TestResult Test(ReadOnlySpan<long> reference, ReadOnlySpan<long> current, Func<double, double, double> part)
    {
        var (first, second) = CountTables.Totals(reference, current);
        var (statistic, filled) = (0.0, 0);
        for (var category = 0; category < reference.Length; category++)
        {
            var both = (double)reference[category] + current[category];
            if (both > 0)
            {
                filled++;
                statistic += part(reference[category], both * (first / (first + second))) + part(current[category], both * (second / (first + second)));
            }
        }

        statistic = Math.Max(0, statistic);
        return new(statistic, filled < 2 || statistic == 0 ? 1 : SpecialFunctions.GammaUpperRegularized((filled - 1) / 2.0, statistic / 2));
    }
}
