using AspireMl.Statistics.Distributions;
using AspireMl.Statistics.Numeric;
using FsCheck;
using FsCheck.Fluent;

namespace AspireMl.Statistics.Tests.Numeric;

public sealed class DistancePropertyTests
{
    static readonly Func<SamplePair, double>[] Distances = [KolmogorovSmirnov.Distance, Wasserstein.Distance, EnergyDistance.Distance];

    static readonly Func<long[], long[], double>[] Discrete =
    [
        (p, q) => DiscreteDistances.JensenShannon(p, q), (p, q) => DiscreteDistances.Hellinger(p, q),
        (p, q) => DiscreteDistances.TotalVariation(p, q), (p, q) => DiscreteDistances.LInfinity(p, q),
    ];

    static readonly Arbitrary<long[][]> Tables = Gen.Choose(0, 30).Select(count => (long)count).ArrayOf(5)
        .Where(table => table.Sum() > 0).ArrayOf(3).ToArbitrary();

    [Fact]
    public void Distances_are_symmetric() => Prop.ForAll(Samples.Pairs, pair => Distances.All(distance =>
        Close.Within(distance(Samples.Pair(pair.First, pair.Second)), distance(Samples.Pair(pair.Second, pair.First))))).Check(Samples.Quick);

    [Fact]
    public void Equal_samples_are_at_no_distance_in_any_order() => Prop.ForAll(Samples.Single, values => Distances.All(distance =>
        distance(Samples.Pair(values, [.. values.Reverse()])) == 0) && KolmogorovSmirnov.Test(Samples.Pair(values, values)).PValue > 0.999999).Check(Samples.Quick);

    [Fact]
    public void Distances_obey_the_triangle_inequality() => Prop.ForAll(Samples.Triples, three => Distances.All(distance =>
        distance(Samples.Pair(three.First, three.Third))
            <= distance(Samples.Pair(three.First, three.Second)) + distance(Samples.Pair(three.Second, three.Third)) + 1e-12)).Check(Samples.Quick);

    [Fact]
    public void Increasing_transforms_leave_Kolmogorov_Smirnov_and_the_rank_tests_unchanged() => Prop.ForAll(Samples.Pairs, pair =>
    {
        var (plain, bent) = (Samples.Pair(pair.First, pair.Second), Samples.Pair([.. pair.First.Select(Math.Exp)], [.. pair.Second.Select(Math.Exp)]));
        return KolmogorovSmirnov.Test(plain) == KolmogorovSmirnov.Test(bent)
            && MannWhitney.Test(plain) == MannWhitney.Test(bent)
            && CramerVonMises.Test(plain) == CramerVonMises.Test(bent);
    }).Check(Samples.Quick);

    [Fact]
    public void P_values_and_shares_stay_within_0_and_1() => Prop.ForAll(Samples.Pairs, pair =>
    {
        var both = Samples.Pair(pair.First, pair.Second);
        double[] shares =
        [
            KolmogorovSmirnov.Distance(both), KolmogorovSmirnov.Test(both, PValueKind.Exact).PValue, KolmogorovSmirnov.Test(both, PValueKind.Asymptotic).PValue,
            CramerVonMises.Test(both).PValue, MannWhitney.Test(both).PValue,
        ];
        return shares.All(share => share is >= 0 and <= 1);
    }).Check(Samples.Quick);

    [Fact]
    public void Wasserstein_of_a_shift_is_the_shift() => Prop.ForAll(Samples.Single, values =>
        Close.Within(2.5, Wasserstein.Distance(Samples.Pair(values, [.. values.Select(value => value + 2.5)])))).Check(Samples.Quick);

    [Fact]
    public void Discrete_distances_are_metrics_from_0_to_1() => Prop.ForAll(Tables, tables => Discrete.All(distance =>
        distance(tables[0], tables[0]) < 1e-7
        && distance(tables[0], tables[1]) is >= 0 and <= 1
        && Close.Within(distance(tables[0], tables[1]), distance(tables[1], tables[0]))
        && distance(tables[0], tables[2]) <= distance(tables[0], tables[1]) + distance(tables[1], tables[2]) + 1e-9)).Check(Samples.Quick);

    [Fact]
    public void The_stability_index_is_symmetric_and_never_negative() => Prop.ForAll(Tables, tables =>
        PopulationStabilityIndex.Of(tables[0], tables[1]) >= 0
        && Close.Within(PopulationStabilityIndex.Of(tables[0], tables[1]), PopulationStabilityIndex.Of(tables[1], tables[0]))
        && PopulationStabilityIndex.Of(tables[0], tables[0]) == 0).Check(Samples.Quick);
}
