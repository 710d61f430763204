using AspireMl.Modeling.Onnx;

namespace AspireMl.Modeling.Tests.Onnx.Folding;

public sealed class AffineFoldingTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_follows_a_convolution_goes_into_its_weights(bool bias)
    {
        var graph = FoldingGraphs.New(2).Conv("x", "a", 2, 4, kernel: 3, pad: 1, bias)
            .Scalar("Mul", "a", "b", -1.5f).Scalar("Add", "b", "c", 0.75f).BatchNormalization("c", "y", 4);

        Assert.Equal(["Conv"], Folded.Same(graph.ToBytes(), 1, 2, 5, 6));
    }

    [Fact]
    public void Values_of_the_channels_go_into_them_too()
    {
        var graph = FoldingGraphs.New(2).Conv("x", "a", 2, 3)
            .Initializer("scale", [3, 1, 1], [2f, -3f, 4f]).Node("Mul", ["scale", "a"], ["b"])
            .Initializer("shift", [1, 3, 1, 1], [1f, 2f, 3f]).Node("Add", ["b", "shift"], ["y"]);

        Assert.Equal(["Conv"], Folded.Same(graph.ToBytes(), 1, 2, 4, 4));
    }

    [Fact]
    public void A_transposed_convolution_takes_them_along_its_own_axis()
    {
        // Its kernel is wider than its stride, so that it stays one.
        var graph = FoldingGraphs.New(2).ConvTranspose("x", "a", 2, 3, kernel: 3).BatchNormalization("a", "y", 3);

        Assert.Equal(["ConvTranspose"], Folded.Same(graph.ToBytes(), 1, 2, 4, 4));
    }

    [Fact]
    public void A_grouped_convolution_takes_them_as_well()
    {
        var graph = FoldingGraphs.New(4).Initializer("w", [4, 2, 3, 3], Folded.Random(72, 1))
            .Node("Conv", ["x", "w"], ["a"], GraphAttributes.OfInt("group", 2)).BatchNormalization("a", "y", 4);

        Assert.Equal(["Conv"], Folded.Same(graph.ToBytes(), 1, 4, 5, 5));
    }

    [Fact]
    public void A_value_for_each_column_is_left_alone()
    {
        var graph = FoldingGraphs.New(2).Conv("x", "a", 2, 4).Initializer("columns", [4], [1f, 2f, 3f, 4f]).Node("Mul", ["a", "columns"], ["y"]);

        Assert.Equal(["Conv", "Mul"], Folded.Same(graph.ToBytes(), 1, 2, 4, 4));
    }

    [Fact]
    public void An_output_that_another_node_takes_is_left_alone()
    {
        var graph = FoldingGraphs.New(2).Conv("x", "a", 2, 2).Scalar("Mul", "a", "b", 2f).Node("Add", ["a", "b"], ["y"]);

        Assert.Equal(["Conv", "Mul", "Add"], Folded.Same(graph.ToBytes(), 1, 2, 4, 4));
    }

    [Fact]
    public void An_output_of_the_network_is_left_alone()
    {
        var graph = FoldingGraphs.New(2).Conv("x", "y", 2, 2).Scalar("Mul", "y", "z", 2f).Output<float>("z", 1, -1, -1, -1);

        Assert.Equal(["Conv", "Mul"], Folded.Same(graph.ToBytes(), 1, 2, 4, 4));
    }
}
