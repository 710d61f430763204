using AspireMl.Statistics.Numeric;
using FsCheck;
using FsCheck.Fluent;

namespace AspireMl.Statistics.Tests;

/// <summary>Generated samples: quarters, so that ties are common and sums exact.</summary>
internal static class Samples
{
    static readonly Gen<double[]> One = Gen.Choose(-40, 40).Select(value => value / 4.0).ArrayOf().Where(values => values.Length > 0);

    public static Arbitrary<double[]> Single { get; } = One.ToArbitrary();

    public static Arbitrary<(double[] First, double[] Second)> Pairs { get; } =
        One.Two().Select(pair => (pair.Item1, pair.Item2)).ToArbitrary();

    public static Arbitrary<(double[] First, double[] Second, double[] Third)> Triples { get; } =
        One.Three().Select(triple => (triple.Item1, triple.Item2, triple.Item3)).ToArbitrary();

    public static Config Quick { get; } = Config.QuickThrowOnFailure.WithMaxTest(150);

    public static SamplePair Pair(double[] first, double[] second) => new(SortedSample.Of(first), SortedSample.Of(second));
}
