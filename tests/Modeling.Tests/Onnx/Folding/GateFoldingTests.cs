namespace AspireMl.Modeling.Tests.Onnx.Folding;

public sealed class GateFoldingTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_gated_map_beside_itself_is_one_product(bool mapFirst)
    {
        var graph = FoldingGraphs.New(2).Conv("x", "a", 2, 4).Node("GlobalAveragePool", ["a"], ["m"]).Conv("m", "n", 4, 4)
            .Node("HardSigmoid", ["n"], ["g"]).Node("Mul", ["a", "g"], ["p"]).Node("Add", mapFirst ? ["a", "p"] : ["p", "a"], ["y"]);

        Assert.Equal(["Conv", "GlobalAveragePool", "Conv", "HardSigmoid", "Add", "Mul"], Folded.Same(graph.ToBytes(), 1, 2, 4, 4));
    }

    [Fact]
    public void A_factor_for_each_pixel_is_left_alone()
    {
        var graph = FoldingGraphs.New(2).Conv("x", "a", 2, 4).Node("HardSigmoid", ["a"], ["g"]).Node("Mul", ["a", "g"], ["p"]).Node("Add", ["a", "p"], ["y"]);

        Assert.Equal(["Conv", "HardSigmoid", "Mul", "Add"], Folded.Same(graph.ToBytes(), 1, 2, 4, 4));
    }

    [Fact]
    public void A_map_beside_another_one_gated_is_left_alone()
    {
        var graph = FoldingGraphs.New(2).Conv("x", "a", 2, 4).Conv("x", "b", 2, 4, kernel: 1).Node("GlobalAveragePool", ["a"], ["m"])
            .Node("Sigmoid", ["m"], ["g"]).Node("Mul", ["a", "g"], ["p"]).Node("Add", ["b", "p"], ["y"]);

        Assert.Equal(["Conv", "Conv", "GlobalAveragePool", "Sigmoid", "Mul", "Add"], Folded.Same(graph.ToBytes(), 1, 2, 4, 4));
    }
}
