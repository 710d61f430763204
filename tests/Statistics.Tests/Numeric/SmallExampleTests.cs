using AspireMl.Statistics.Numeric;

namespace AspireMl.Statistics.Tests.Numeric;

/// <summary>Expected values: scipy 1.10.1 unless said otherwise.</summary>
public sealed class SmallExampleTests
{
    static readonly SamplePair Plain = Samples.Pair([1.1, 2.3, 2.9, 4.2, 5.0, 6.7], [0.4, 1.9, 3.3, 7.1, 8.8, 9.5, 10.2, 11.0]);
    static readonly SamplePair Tied = Samples.Pair([1, 2, 2, 3, 3, 3, 4, 5], [2, 3, 4, 4, 4, 5, 5, 6, 7]);

    [Fact]
    public void Kolmogorov_Smirnov_without_ties() => Is(KolmogorovSmirnov.Test(Plain), 0.625, 0.09257409257409258); // ks_2samp(method="exact")

    [Fact]
    public void Kolmogorov_Smirnov_with_ties() => Is(KolmogorovSmirnov.Test(Tied), 0.5277777777777778, 0.07568901686548746); // all 24,310 labellings, enumerated in Python

    [Theory] // scipy.stats.kstwobign.sf
    [InlineData(0.3, 0.9999906941986655)]
    [InlineData(0.5, 0.9639452436648751)]
    [InlineData(0.8, 0.5441424115741981)]
    [InlineData(1.0, 0.26999967167735456)]
    [InlineData(1.5, 0.022217962616525127)]
    [InlineData(2.5, 7.453306344157342e-06)]
    public void Kolmogorovs_limit(double scaled, double expected) => Close.To(expected, KolmogorovLimit.UpperTail(scaled));

    [Fact]
    public void Cramer_von_Mises() // cramervonmises_2samp(method="asymptotic")
    {
        Is(CramerVonMises.Test(Plain), 0.30952380952380976, 0.13199389046564491);
        Is(CramerVonMises.Test(Tied), 0.46241830065359446, 0.04963242674996193);
    }

    [Fact]
    public void Mann_Whitney() // mannwhitneyu(method="asymptotic")
    {
        Is(MannWhitney.Test(Plain), 14, 0.22003136358141206);
        Is(MannWhitney.Test(Tied), 15, 0.044711989908452356);
    }

    [Fact]
    public void Means() // ttest_ind
    {
        Is(StudentTests.Student(Plain.Reference.Moments, Plain.Current.Moments), -1.5453335140211049, 0.14821891703033163);
        Is(StudentTests.Welch(Plain.Reference.Moments, Plain.Current.Moments), -1.697551275429881, 0.11846444432414044);
    }

    [Fact]
    public void Distances() // wasserstein_distance, energy_distance
    {
        Close.To(3.0666666666666664, Wasserstein.Distance(Plain));
        Close.To(1.5616942366829971, EnergyDistance.Distance(Plain));
    }

    [Fact]
    public void Sleep_data_of_Student_1908() // published: t = -1.8608 with 18 degrees of freedom, p = 0.0792; Welch 17.776, p = 0.0794
    {
        var drugs = (SortedSample.Of([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]).Moments, SortedSample.Of([1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]).Moments);
        Is(StudentTests.Student(drugs.Item1, drugs.Item2), -1.8608, 0.07919, 1e-4);
        Is(StudentTests.Welch(drugs.Item1, drugs.Item2), -1.8608, 0.07939, 1e-4);
    }

    static void Is(TestResult result, double statistic, double pValue, double tolerance = 1e-9)
    {
        Close.To(statistic, result.Statistic, tolerance);
        Close.To(pValue, result.PValue, tolerance);
    }
}
