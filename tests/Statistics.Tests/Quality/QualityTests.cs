using AspireMl.Statistics.Categorical;
using AspireMl.Statistics.Numeric;
using AspireMl.Statistics.Quality;

namespace AspireMl.Statistics.Tests.Quality;

public sealed class QualityTests
{
    [Fact]
    public void A_numeric_column_tells_what_is_wrong_with_it() => Assert.Equal(
        new NumericQuality(7, 2, 1, 2, false),
        NumericQuality.Of(SortedSample.Of([-1, 0, 5, 11, double.NaN, double.NaN, double.PositiveInfinity]), 0, 5));

    [Fact]
    public void One_value_is_not_constant_and_two_equal_ones_are()
    {
        Assert.False(NumericQuality.Of(SortedSample.Of([1])).Constant);
        Assert.True(NumericQuality.Of(SortedSample.Of([1, 1])).Constant);
        Assert.Equal(0.5, NumericQuality.Of(SortedSample.Of([1, double.NaN])).MissingShare);
        Assert.Throws<ArgumentException>(() => NumericQuality.Of(SortedSample.Of([1]), 2, 1));
    }

    [Fact]
    public void New_categories_are_named()
    {
        var quality = CategoryQuality.Of(CategoryCounts.Of(["a", "z", "y", "z", null]), CategoryCounts.Of(["a", "b"]));
        Assert.Equal(["y", "z"], quality.NewCategories);
        Assert.Equal((5, 1, 3, false), (quality.Rows, quality.Missing, quality.NewRows, quality.Constant));
    }

    [Fact]
    public void Rows_repeat_when_all_their_columns_do()
    {
        Assert.Equal(2, DuplicateRows.Count([[1.0, 1, 1, double.NaN, double.NaN], [2.0, 2, 3, 4, 4]]));
        Assert.Equal(1, DuplicateRows.Count([["a", "a", "a"], [null, "b", null]]));
        Assert.Throws<ArgumentException>(() => DuplicateRows.Count([[1.0], [1.0, 2]]));
    }

    [TabularTheory] // scipy.stats.pearsonr of temp and cnt, 1.10.1
    [InlineData("bike_train.csv", 0.43147699386675864)]
    [InlineData("bike_test.csv", 0.38716009355135633)]
    public void Correlation_of_whole_columns(string file, double expected) =>
        Close.To(expected, Correlations.Pearson(TabularFiles.Numbers(file, "temp"), TabularFiles.Numbers(file, "cnt")));

    [Fact]
    public void The_largest_change_of_correlation_comes_first()
    {
        var reference = new Dictionary<string, double[]> { ["a"] = [1, 2, 3, 4], ["b"] = [1, 2, 3, 4], ["c"] = [1, 3, 2, 4], ["k"] = [7, 7, 7, 7] };
        var current = new Dictionary<string, double[]> { ["a"] = [1, 2, 3, double.NaN], ["b"] = [3, 2, 1, 9], ["c"] = [1, 2, 3, 4], ["k"] = [7, 7, 7, 7] };
        var changes = Correlations.Changes(reference, current);
        Assert.Equal(("a", "b"), (changes[0].First, changes[0].Second));
        Close.To(2, changes[0].Change);
        Assert.Equal(3, changes.Count);
    }
}
