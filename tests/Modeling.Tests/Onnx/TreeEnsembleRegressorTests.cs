using AspireMl.Modeling.Onnx;

namespace AspireMl.Modeling.Tests.Onnx;

public sealed class TreeEnsembleRegressorTests
{
    [Fact]
    public void Trees_add_the_leaves_that_a_row_reaches()
    {
        // Row by row: 2 + 10 + 0.25; a value at the threshold is not below it: 3 + 10 + 0.25; 1 + 20 + 0.25.
        Assert.Equal([12.25f, 13.25f, 21.25f], Run([0.5f, 1f, 2f, 1f, -1f, 9f]));
    }

    [Fact]
    public void A_missing_value_goes_where_its_branch_says()
    {
        // Missing goes below at the root of the first tree, and not below in the second.
        Assert.Equal([22.25f], Run([float.NaN, float.NaN], missingX: 2f));
    }

    [Fact]
    public void A_logistic_link_is_a_node_after_the_trees()
    {
        var graph = new GraphBuilder("logistic").Input<float>("x", -1, 1).Output<float>("y", -1, 1);
        new TreeEnsembleRegressor().Branch(0, 0, 0, 0f, 1, 2).Leaf(0, 1, -1f).Leaf(0, 2, 1f).AddTo(graph, "x", "sum", 0.5f)
            .Node("Sigmoid", ["sum"], ["y"]);

        var values = Graphs.Run(graph, "x", [-3f, 3f], [2, 1], "y");

        Assert.Equal(1 / (1 + Math.Exp(0.5)), values[0], 1e-6);
        Assert.Equal(1 / (1 + Math.Exp(-1.5)), values[1], 1e-6);
    }

    [Fact]
    public void A_leaf_of_a_target_that_is_not_there_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new TreeEnsembleRegressor(targets: 2).Leaf(0, 0, 1f, target: 2));

    static float[] Run(float[] rows, float missingX = 1f)
    {
        var graph = new GraphBuilder("trees").Input<float>("x", -1, 2).Output<float>("y", -1, 1);
        new TreeEnsembleRegressor()
            .Branch(0, 0, 0, 2f, 1, 2, missingGoesBelow: true)
            .Branch(0, 1, 0, 0f, 3, 4)
            .Leaf(0, 2, 3f)
            .Leaf(0, 3, missingX)
            .Leaf(0, 4, 2f)
            .Branch(1, 0, 1, 5f, 1, 2)
            .Leaf(1, 1, 10f)
            .Leaf(1, 2, 20f)
            .AddTo(graph, "x", "y", baseValues: 0.25f);
        return Graphs.Run(graph, "x", rows, [rows.Length / 2, 2], "y");
    }
}
