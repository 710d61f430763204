using AspireMl.Statistics.Distributions;
using AspireMl.Statistics.Numeric;

namespace AspireMl.Bench.Statistics;

/// <summary>Five statistics of two unsorted columns of a million values, against one Array.Sort of each column.</summary>
internal static class ColumnComparison
{
    const int Rows = 1_000_000;

    public static PairedRuns Measure(int rounds)
    {
        var (reference, current) = (Normals.Of(1, Rows), Normals.Of(2, Rows, 0.1));
        var (first, second) = (new double[Rows], new double[Rows]);
        return PairedRuns.Of(rounds, () => Five(reference, current), () =>
        {
            reference.CopyTo(first, 0);
            current.CopyTo(second, 0);
            Array.Sort(first);
            Array.Sort(second);
        });
    }

    static void Five(double[] reference, double[] current)
    {
        var pair = new SamplePair(SortedSample.Of(reference), SortedSample.Of(current));
        var bins = Bins.Of(pair.Reference);
        var (expected, seen) = (bins.Counts(pair.Reference), bins.Counts(pair.Current));
        double[] results =
        [
            KolmogorovSmirnov.Test(pair).Statistic, Wasserstein.Distance(pair), PopulationStabilityIndex.Of(expected, seen),
            DiscreteDistances.JensenShannon(expected, seen), DiscreteDistances.Hellinger(expected, seen),
        ];
        if (results.Any(result => !(result > 0)))
        {
            throw new InvalidOperationException("A statistic of two columns that differ is 0.");
        }
    }
}
