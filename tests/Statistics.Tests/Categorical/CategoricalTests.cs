using AspireMl.Statistics.Categorical;
using AspireMl.Statistics.Distributions;

namespace AspireMl.Statistics.Tests.Categorical;

/// <summary>Expected values: scipy 1.10.1, chi2_contingency(correction=False), fisher_exact, spatial.distance.jensenshannon(base=2).</summary>
public sealed class CategoricalTests
{
    [Fact]
    public void Small_table()
    {
        var chiSquare = HomogeneityTests.ChiSquare([10, 20, 30], [6, 9, 17]);
        Close.To(0.27157465150403504, chiSquare.Statistic);
        Close.To(0.873028283380073, chiSquare.PValue);
        var g = HomogeneityTests.G([10, 20, 30], [6, 9, 17]);
        Close.To(0.2740265420246606, g.Statistic);
        Close.To(0.8719586542812721, g.PValue);
    }

    [Theory]
    [InlineData(3, 1, 1, 3, 9.0, 0.48571428571428565)] // Fisher's lady tasting tea
    [InlineData(1, 9, 11, 3, 0.030303030303030304, 0.0027594561852200836)]
    [InlineData(50, 1200, 80, 1300, 0.6770833333333334, 0.03806523602462582)]
    [InlineData(400_000, 1, 1, 400_000, 1.6e11, 0.0)]
    [InlineData(4387, 9562, 1127, 2303, 0.9375380809908788, 0.11490080199631954)]
    public void Fisher(long a, long b, long c, long d, double ratio, double pValue)
    {
        var test = FisherExact.Test(a, b, c, d);
        Close.To(ratio, test.Statistic);
        Close.To(pValue, test.PValue, 1e-7);
    }

    [TabularTheory]
    [InlineData("workingday", 2.5155273360400727, 0.1127299175266845, 2.503800610649094, 0.012791676173584128, 0.014068596827217561)]
    [InlineData("weathersit", 48.7647279667509, 1.4639076632724895e-10, 48.47319548037851, 0.05628455955928709, 0.056001778239638866)]
    [InlineData("season", 4001.8879992311877, 0.0, 4497.860394761683, 0.5599102956062033, 0.5250202789963522)]
    public void Bike_columns(string column, double chiSquare, double pValue, double g, double jensenShannon, double variation)
    {
        var table = new ContingencyTable(CategoryCounts.Of(TabularFiles.Text("bike_train.csv", column)), CategoryCounts.Of(TabularFiles.Text("bike_test.csv", column)));
        Close.To(chiSquare, HomogeneityTests.ChiSquare(table.Reference, table.Current).Statistic);
        Close.To(pValue, HomogeneityTests.ChiSquare(table.Reference, table.Current).PValue, 1e-7);
        Close.To(g, HomogeneityTests.G(table.Reference, table.Current).Statistic);
        Close.To(jensenShannon, DiscreteDistances.JensenShannon(table.Reference, table.Current));
        Close.To(variation, DiscreteDistances.TotalVariation(table.Reference, table.Current));
    }

    [Fact]
    public void Unseen_categories_count_on_both_sides()
    {
        var (reference, current) = (CategoryCounts.Of(["a", "a", "b", null, ""]), CategoryCounts.Of(["b", "c", "c", "c"]));
        var table = new ContingencyTable(reference, current);
        Assert.Equal(["a", "b", "c"], table.Categories);
        Assert.Equal([2, 1, 0], table.Reference.ToArray());
        Assert.Equal([0, 1, 3], table.Current.ToArray());
        Assert.Equal((2, "c"), ((int)reference.Missing, current.NotIn(reference).Single()));
        Close.To(0.75, DiscreteDistances.LInfinity(table.Reference, table.Current));
    }

    [Fact]
    public void One_category_shows_nothing() => Assert.Equal(new(0, 1), HomogeneityTests.ChiSquare([5], [9]));

    [Fact]
    public void Tables_that_do_not_match_are_refused()
    {
        Assert.Throws<ArgumentException>(() => HomogeneityTests.ChiSquare([5], [9, 1]));
        Assert.Throws<ArgumentException>(() => HomogeneityTests.ChiSquare([0, 0], [9, 1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => FisherExact.Test(-1, 0, 0, 0));
    }
}
