using AspireMl.Statistics.Distributions;
using AspireMl.Statistics.Numeric;

namespace AspireMl.Statistics.Drift;

internal sealed class NumericReference(string name, SortedSample sample, Bins? bins) : ColumnReference(name, ColumnKind.Numeric)
{
    readonly long[] _counts = bins?.Counts(sample) ?? [];

    internal override long Rows => sample.Count + sample.Missing + sample.Infinite;

    private protected override IReadOnlyList<DriftResult> Judge(ColumnSample current, DriftTest[] tests)
    {
        var numbers = current.Numbers ?? throw WrongKind();
        if (bins is null || numbers.Count == 0)
        {
            return [];
        }

        var pair = new SamplePair(sample, numbers);
        var counts = bins.Counts(numbers);
        var enough = sample.Count > 1 && numbers.Count > 1;
        return [.. tests.Where(test => enough || test.Method is not (DriftMethod.Welch or DriftMethod.Student)).Select(test => Judge(test, pair, counts))];
    }

    DriftResult Judge(DriftTest test, SamplePair pair, long[] counts) => test.Method switch
    {
        DriftMethod.KolmogorovSmirnov => DriftResult.OfTest(test, KolmogorovSmirnov.Test(pair)),
        DriftMethod.CramerVonMises => DriftResult.OfTest(test, CramerVonMises.Test(pair)),
        DriftMethod.MannWhitney => DriftResult.OfTest(test, MannWhitney.Test(pair)),
        DriftMethod.Welch => DriftResult.OfTest(test, StudentTests.Welch(pair.Reference.Moments, pair.Current.Moments)),
        DriftMethod.Student => DriftResult.OfTest(test, StudentTests.Student(pair.Reference.Moments, pair.Current.Moments)),
        DriftMethod.Wasserstein => DriftResult.OfDistance(test, Wasserstein.NormedDistance(pair)),
        DriftMethod.Energy => DriftResult.OfDistance(test, NormedEnergy(pair)),
        DriftMethod.PopulationStabilityIndex => DriftResult.OfDistance(test, PopulationStabilityIndex.Of(_counts, counts)),
        DriftMethod.JensenShannon => DriftResult.OfDistance(test, DiscreteDistances.JensenShannon(_counts, counts)),
        DriftMethod.Hellinger => DriftResult.OfDistance(test, DiscreteDistances.Hellinger(_counts, counts)),
        _ => throw new ArgumentException($"{test.Name} does not judge numeric columns."),
    };

    static double NormedEnergy(SamplePair pair) =>
        EnergyDistance.Distance(pair) is var distance && distance == 0 ? 0 : distance / Math.Sqrt(pair.Reference.Moments.StandardDeviation);
}
