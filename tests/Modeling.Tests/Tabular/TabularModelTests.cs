using AspireMl.Contracts.Models;
using AspireMl.Modeling.ModelPackages;
using AspireMl.Modeling.Tabular;
using AspireMl.Modeling.Tabular.Explanations;

namespace AspireMl.Modeling.Tests.Tabular;

public sealed class TabularModelTests
{
    [Fact]
    public void A_package_predicts_many_rows_in_one_run()
    {
        using var package = new TabularPackage();
        using var model = TabularModel.Open(package.Write(TabularPackage.Graph(1)));
        var rows = Rows(50, seed: 2);
        var all = new float[50];
        var one = new float[1];

        model.Predict(rows, all);

        for (var i = 0; i < 50; i++)
        {
            model.Predict(rows.AsMemory(i * TabularPackage.Columns, TabularPackage.Columns), one);
            Assert.Equal(one[0], all[i]);
        }

        Assert.True(all.Distinct().Count() > 5);
    }

    [Theory]
    [InlineData(1, 4)]
    [InlineData(2, 6)]
    [InlineData(3, 8)]
    public void Base_and_contributions_add_up_to_the_prediction(int seed, int depth)
    {
        using var package = new TabularPackage();
        using var model = TabularModel.Open(package.Write(TabularPackage.Graph(seed, trees: 20, depth)));
        var rows = Rows(100, seed);
        var predicted = new float[100];
        model.Predict(rows, predicted);
        var contributions = new double[TabularPackage.Columns];

        for (var i = 0; i < 100; i++)
        {
            var expected = model.Explain(rows.AsSpan(i * TabularPackage.Columns, TabularPackage.Columns), 0, contributions);
            Assert.Equal(predicted[i], expected + contributions.Sum(), 1e-4);
        }
    }

    [Fact]
    public void Contributions_are_the_shapley_values_over_all_coalitions()
    {
        var trees = TreeEnsemble.Read(TabularPackage.Graph(7, trees: 6, depth: 6))!;
        var rows = Rows(20, seed: 3);
        var contributions = new double[TabularPackage.Columns];

        for (var i = 0; i < 20; i++)
        {
            var row = rows.AsSpan(i * TabularPackage.Columns, TabularPackage.Columns).ToArray();
            TreeShap.Explain(trees, row, 0, contributions);
            for (var feature = 0; feature < TabularPackage.Columns; feature++)
            {
                Assert.Equal(Shapley(trees, row, feature), contributions[feature], 1e-9);
            }
        }
    }

    [Theory]
    [InlineData(1, 4)]
    [InlineData(2, 7)]
    [InlineData(3, 12)]
    public void Many_rows_are_explained_at_once_as_they_are_one_by_one(int seed, int depth)
    {
        using var package = new TabularPackage();
        using var model = TabularModel.Open(package.Write(TabularPackage.Graph(seed, trees: 10, depth)));
        var rows = Rows(30, seed);
        rows[4] = rows[9] = float.NaN;
        var all = new double[rows.Length];
        var one = new double[TabularPackage.Columns];

        var expected = model.Explain(rows, 0, all, default);

        for (var start = 0; start < rows.Length; start += one.Length)
        {
            Assert.Equal(expected, model.Explain(rows.AsSpan(start, one.Length), 0, one), 1e-9);
            Assert.All(one.Zip(all.Skip(start)), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
        }
    }

    [Fact]
    public void A_linear_graph_credits_each_feature_with_its_distance_from_the_mean()
    {
        using var package = new TabularPackage();
        using var model = TabularModel.Open(package.Write(new LinearGraph([1, 2, 3, 4], [10, 0, -1, 2], 100).ToOnnx("line")));
        float[] row = [2, 5, float.NaN, 3];
        var predicted = new float[1];
        var contributions = new double[4];

        model.Predict(row, predicted);

        Assert.Equal(100, model.Explain(row, 0, contributions));
        Assert.Equal([10.0, 0, 0, -2], contributions);
        Assert.Equal(108, predicted[0]);
    }

    [Fact]
    public void A_graph_without_covers_predicts_but_explains_nothing()
    {
        using var package = new TabularPackage();
        using var model = TabularModel.Open(package.Write(TabularPackage.Graph(1, covers: false)));

        Assert.False(model.CanExplain);
        Assert.Throws<InvalidOperationException>(() => model.Explain(new float[4], 0, new double[4]));
    }

    [Fact]
    public void A_sample_that_is_answered_otherwise_refuses_the_package()
    {
        using var package = new TabularPackage();
        var written = package.Write(TabularPackage.Graph(1), [99f]);

        Assert.Contains("instead of 99", Assert.Throws<ModelPackageException>(() => TabularModel.Open(written)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Defects_of_the_tabular_part_are_named()
    {
        using var package = new TabularPackage();
        var card = TabularPackage.Card;
        FeatureCard[] features =
        [
            new() { Name = "a", Kind = "text" },
            new() { Name = "a", Kind = FeatureKinds.Numeric, Minimum = 2, Maximum = 1 },
            new() { Name = "c", Kind = FeatureKinds.Categorical },
            new() { Name = "d", Kind = FeatureKinds.Numeric, Missing = "perhaps" },
        ];

        var refusal = Assert.Throws<ModelPackageException>(() => package.Write(
            TabularPackage.Graph(1), card: card with { Tabular = card.Tabular! with { Features = features, Link = TabularLinks.Softmax } }));

        string[] expected = ["same order", "kind of 'a'", "minimum of 'a'", "'c' must have", "missing of 'd'", "there twice", "tabular.link"];
        Assert.All(expected, part => Assert.Contains(part, refusal.Message, StringComparison.Ordinal));
    }

    internal static float[] Rows(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count * TabularPackage.Columns).Select(_ => random.Next(12) == 0 ? float.NaN : random.NextSingle())];
    }

    // The definition: over all sets of other features, weighted by how many orders put them first.
    static double Shapley(TreeEnsemble trees, float[] row, int feature)
    {
        var total = 0.0;
        for (var set = 0; set < 1 << TabularPackage.Columns; set++)
        {
            if ((set >> feature & 1) == 0)
            {
                var size = int.PopCount(set);
                var weight = Factorial(size) * Factorial(TabularPackage.Columns - size - 1) / Factorial(TabularPackage.Columns);
                total += weight * trees.Roots.Sum(root => Value(trees, root, row, set | 1 << feature) - Value(trees, root, row, set));
            }
        }

        return total;
    }

    static double Value(TreeEnsemble trees, int node, float[] row, int known)
    {
        var (yes, no) = (trees.WhenTrue[node], trees.WhenFalse[node]);
        if (yes < 0)
        {
            return trees.Weights[node];
        }

        if ((known >> trees.Features[node] & 1) != 0)
        {
            var value = row[trees.Features[node]];
            var isTrue = float.IsNaN(value) ? trees.MissingIsTrue[node] : value < trees.Thresholds[node];
            return Value(trees, isTrue ? yes : no, row, known);
        }

        var cover = trees.Covers[yes] + trees.Covers[no];
        return ((trees.Covers[yes] * Value(trees, yes, row, known)) + (trees.Covers[no] * Value(trees, no, row, known))) / cover;
    }

    static double Factorial(int n) => n < 2 ? 1 : n * Factorial(n - 1);
}
