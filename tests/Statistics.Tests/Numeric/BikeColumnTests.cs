using AspireMl.Statistics.Distributions;
using AspireMl.Statistics.Numeric;

namespace AspireMl.Statistics.Tests.Numeric;

/// <summary>Whole columns of bike_train.csv (13,949 rows) and bike_test.csv (3,430 rows) against scipy 1.10.1 and numpy 1.24.2.</summary>
public sealed class BikeColumnTests
{
    [TabularTheory] // ks_2samp, kstwobign.sf of the scaled statistic, wasserstein_distance, energy_distance
    [InlineData("temp", 0.07118892291306089, 1.5221406744642485e-12, 0.03123463253371768, 0.05415147344875998)]
    [InlineData("hum", 0.07424213194797291, 1.3202629579302285e-13, 0.029139482291487915, 0.053712600861635915)]
    [InlineData("cnt", 0.15987500906571983, 1.5149263566476342e-61, 72.81138681582033, 3.966662163990154)]
    public void Distances(string column, double ks, double pValue, double wasserstein, double energy)
    {
        var pair = Pair(column);
        var test = KolmogorovSmirnov.Test(pair);
        Close.To(ks, test.Statistic);
        Assert.InRange(test.PValue / pValue, 1 - 1e-6, 1 + 1e-6);
        Close.To(wasserstein, Wasserstein.Distance(pair));
        Close.To(energy, EnergyDistance.Distance(pair));
    }

    [TabularTheory] // cramervonmises_2samp (whose p-values are good to 1e-8 there), mannwhitneyu, ttest_ind, ttest_ind(equal_var=False)
    [InlineData("temp", 8.762164668622063, 25081770.0, 1.0534755100511597e-05, 4.123913537939796, 3.7422029364616114e-05, 4.542001299703463, 5.681706192649153e-06)]
    [InlineData("hum", 6.767168184930597, 22597184.5, 4.761170379794568e-07, -5.524348953268965, 3.3545590119597184e-08, -6.066473501324718, 1.387936045222958e-09)]
    [InlineData("cnt", 29.712252261882213, 19541572.0, 3.423180456856124e-62, -21.33538411095041, 1.0112280593039962e-99, -18.141984509357908, 5.05951046015385e-71)]
    public void Tests(string column, double cramer, double u, double uPValue, double student, double studentPValue, double welch, double welchPValue)
    {
        var pair = Pair(column);
        Close.To(cramer, CramerVonMises.Test(pair).Statistic, 1e-8);
        Assert.InRange(CramerVonMises.Test(pair).PValue, 0, 1e-7);
        Is(MannWhitney.Test(pair), u, uPValue);
        Is(StudentTests.Student(pair.Reference.Moments, pair.Current.Moments), student, studentPValue);
        Is(StudentTests.Welch(pair.Reference.Moments, pair.Current.Moments), welch, welchPValue);
    }

    [TabularTheory] // numpy.quantile(method="inverted_cdf"), scipy.spatial.distance.jensenshannon(base=2), the formulas in numpy
    [InlineData("temp", 0.11343926464588985, 0.14196046765069736, 0.11873363068298053)]
    [InlineData("hum", 0.06830325723922238, 0.11020007737557355, 0.09214657305387469)]
    [InlineData("cnt", 0.14933504930729205, 0.16308228309404688, 0.13629181372613516)]
    public void Binned_distances(string column, double psi, double jensenShannon, double hellinger)
    {
        var pair = Pair(column);
        var bins = Bins.Of(pair.Reference);
        var (reference, current) = (bins.Counts(pair.Reference), bins.Counts(pair.Current));
        Close.To(psi, PopulationStabilityIndex.Of(reference, current));
        Close.To(jensenShannon, DiscreteDistances.JensenShannon(reference, current));
        Close.To(hellinger, DiscreteDistances.Hellinger(reference, current));
    }

    static SamplePair Pair(string column) => Samples.Pair(TabularFiles.Numbers("bike_train.csv", column), TabularFiles.Numbers("bike_test.csv", column));

    static void Is(TestResult result, double statistic, double pValue)
    {
        Close.To(statistic, result.Statistic);
        Assert.InRange(result.PValue / pValue, 1 - 1e-6, 1 + 1e-6);
    }
}
