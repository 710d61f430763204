using AspireMl.Statistics.Embeddings;

namespace AspireMl.Statistics.Tests.Embeddings;

/// <summary>Comparisons of vectors. Expected values were computed with NumPy from the same formulae.</summary>
public sealed class EmbeddingTests
{
    static readonly EmbeddingRows Before = Waves.Rows(40, 5, 0, 0);
    static readonly EmbeddingRows Now = Waves.Rows(30, 5, 0.4, 2);

    [Fact]
    public void The_discrepancy_is_that_of_an_independent_implementation()
    {
        Assert.Equal(0.01868526789914282, MaximumMeanDiscrepancy.Test(Before, Now).Statistic, 6);
        Assert.Equal(0.01113877566189958, MaximumMeanDiscrepancy.Test(Before, Now, gamma: 0.25).Statistic, 6);
    }

    [Theory]
    [InlineData(7, 5)]
    [InlineData(7, 6)]
    public void Every_shuffle_of_the_discrepancy_is_what_the_formula_gives_for_it(int before, int after)
    {
        var (one, other) = (Waves.Normal(before, 3, 1), Waves.Normal(after, 3, 2));
        var options = new PermutationOptions { Permutations = 99, Seed = 5 };
        List<double> columns = [];
        var members = new Memberships(before, after, options);
        while (members.Next())
        {
            columns.AddRange(Enumerable.Range(0, Math.Min(Memberships.Width, 100 - columns.Count)).Select(column => Discrepancy(one, other, members, column, 0.5)));
        }

        double[] expected = [.. columns];

        var test = MaximumMeanDiscrepancy.Test(one, other, options, 0.5);

        Assert.Equal(expected[0], test.Statistic, 5);
        // Sums in another order may turn a tie around.
        Assert.Equal(Memberships.PValue(expected), test.PValue, 0.021);
    }

    [Fact]
    public void The_distance_of_the_means_is_that_of_an_independent_implementation() =>
        Assert.Equal(0.7765470884808795, MeanDistance.Test(Before, Now).Statistic, 5);

    [Fact]
    public void A_plane_is_that_of_an_independent_implementation()
    {
        var plane = new PrincipalPlane(Before);
        var (x, y) = plane.Project(Now[3]);

        Assert.Equal(0.8946754007176398, plane.Explained, 6);
        Assert.Equal((1.4576, 2.33612), (Math.Round(x, 5), Math.Round(y, 5)));
    }

    [Fact]
    public void Samples_of_one_distribution_are_rarely_told_apart()
    {
        var options = new PermutationOptions { Permutations = 99 };
        var low = Enumerable.Range(0, 100).Count(draw =>
        {
            var (one, other) = (Waves.Normal(40, 4, 2 * draw), Waves.Normal(30, 4, (2 * draw) + 1));
            return MaximumMeanDiscrepancy.Test(one, other, options).PValue <= 0.05;
        });

        // 5 of 100 are expected; 12 and more come once in 250 times.
        Assert.InRange(low, 0, 12);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(0, 3)]
    public void Samples_that_lie_elsewhere_or_spread_wider_are_told_apart(double shift, double scale)
    {
        var (one, other) = (Waves.Normal(100, 8, 1), Waves.Normal(60, 8, 2, shift, scale));

        Assert.Equal(0.001, MaximumMeanDiscrepancy.Test(one, other).PValue, 3);
        Assert.Equal(1, DriftedComponents.Share(one, other));
        Assert.Equal(shift > 0, MeanDistance.Test(one, other).PValue < 0.01);
        // A straight border finds a shift, but no change of the spread around the same place.
        Assert.Equal(shift > 0, DomainClassifier.Auc(one, other) > 0.9);
    }

    [Fact]
    public void A_classifier_cannot_tell_samples_of_one_distribution_apart()
    {
        var areas = Enumerable.Range(0, 20).Select(draw => DomainClassifier.Auc(Waves.Normal(80, 6, 2 * draw), Waves.Normal(60, 6, (2 * draw) + 1))).ToArray();

        Assert.InRange(areas.Average(), 0.45, 0.55);
        Assert.InRange(DriftedComponents.Share(Waves.Normal(80, 6, 7), Waves.Normal(60, 6, 8)), 0, 0.2);
    }

    [Fact]
    public void Rows_that_are_all_the_same_are_no_drift()
    {
        var same = new EmbeddingRows([.. Enumerable.Repeat(0.5f, 60)], 3);

        Assert.Equal((0, 1), (Math.Round(MaximumMeanDiscrepancy.Test(same, same).Statistic, 6), MaximumMeanDiscrepancy.Test(same, same).PValue));
        Assert.Equal(0.5, DomainClassifier.Auc(same, same));
    }

    [Fact]
    public void What_cannot_be_compared_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new EmbeddingRows([1, 2, 3], 2));
        Assert.Throws<ArgumentException>(() => new EmbeddingRows([1, float.NaN], 2));
        Assert.Throws<ArgumentException>(() => MaximumMeanDiscrepancy.Test(Before, Waves.Rows(5, 4, 0, 0)));
        Assert.Throws<ArgumentException>(() => MaximumMeanDiscrepancy.Test(Before, Waves.Rows(1, 5, 0, 0)));
        Assert.Throws<ArgumentException>(() => MaximumMeanDiscrepancy.Test(Before, Waves.Rows(10_000, 5, 0, 0)));
        Assert.Throws<ArgumentException>(() => DomainClassifier.Auc(Before, Waves.Rows(9, 5, 0, 0)));
        Assert.Throws<ArgumentException>(() => DriftedComponents.Share(Before, new([], 5)));
        Assert.Throws<ArgumentException>(() => new PrincipalPlane(Waves.Rows(1, 5, 0, 0)));
    }

    static double Discrepancy(EmbeddingRows one, EmbeddingRows other, Memberships members, int column, double gamma)
    {
        var rows = one.With(other);
        var (within, across, outside) = (0.0, 0.0, 0.0);
        for (var i = 0; i < rows.Count; i++)
        {
            for (var j = 0; j < rows.Count; j++)
            {
                var squares = 0.0;
                for (var k = 0; k < rows.Dimensions; k++)
                {
                    squares += Math.Pow(rows[i][k] - (double)rows[j][k], 2);
                }

                var kernel = i == j ? 0 : Math.Exp(-gamma * squares);
                var (first, second) = (members.Block[(i * Memberships.Width) + column] > 0, members.Block[(j * Memberships.Width) + column] > 0);
                within += first && second ? kernel : 0;
                outside += !first && !second ? kernel : 0;
                across += first && !second ? kernel : 0;
            }
        }

        double n = one.Count, m = other.Count;
        return (within / (n * (n - 1))) + (outside / (m * (m - 1))) - (2 * across / (n * m));
    }
}
