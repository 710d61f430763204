using MathNet.Numerics;

namespace AspireMl.Statistics.Numeric;

/// <summary>The two-sample Cramér-von Mises test (Anderson 1962), with midranks for ties.</summary>
public static class CramerVonMises
{
    /// <inheritdoc cref="Test(SamplePair)"/>
    public static TestResult Test(SortedSample reference, SortedSample current) => Test(new SamplePair(reference, current));

    /// <summary>
    /// T = U/(nm(n+m)) − (4nm − 1)/(6(n+m)); the p-value is that of the limit distribution after T is brought to the limit's mean and variance.
    /// </summary>
    /// <exception cref="ArgumentException">A sample is empty.</exception>
    public static TestResult Test(SamplePair pair)
    {
        ArgumentNullException.ThrowIfNull(pair);
        double n = pair.Reference.Count, m = pair.Current.Count;
        var (total, product) = (n + m, n * m);
        var u = (n * pair.Scan.ReferenceShifts) + (m * pair.Scan.CurrentShifts);
        var statistic = (u / product / total) - (((4 * product) - 1) / (6 * total));
        var mean = (1 + (1 / total)) / 6;
        var variance = (total + 1) / (45 * total * total) * (total - (3 * ((n * n) + (m * m)) / (4 * product)) - 0.5);
        return new(statistic, UpperTail((1.0 / 6) + ((statistic - mean) / Math.Sqrt(45 * variance))));
    }

    // Anderson and Darling (1952), equation 4.35. Below 0.003 the tail differs from 1 by less than double precision shows.
    static double UpperTail(double x)
    {
        if (!(x > 0.003))
        {
            return 1;
        }

        var below = 0.0;
        for (var k = 0; k < 40; k++)
        {
            var odd = (4 * k) + 1.0;
            var argument = odd * odd / (16 * x);
            var scale = Math.Exp(SpecialFunctions.GammaLn(k + 0.5) - SpecialFunctions.GammaLn(k + 1)) / (Math.Pow(Math.PI, 1.5) * Math.Sqrt(x));
            var term = argument > 300 ? 0 : scale * Math.Sqrt(odd) * Math.Exp(-argument) * SpecialFunctions.BesselK(0.25, argument);
            below += term;
            if (term < 1e-17)
            {
                break;
            }
        }

        return Math.Clamp(1 - below, 0, 1);
    }
}
