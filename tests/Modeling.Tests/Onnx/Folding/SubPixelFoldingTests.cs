namespace AspireMl.Modeling.Tests.Onnx.Folding;

public sealed class SubPixelFoldingTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void A_kernel_as_wide_as_its_stride_looks_at_one_pixel(int side)
    {
        var graph = FoldingGraphs.New(3).ConvTranspose("x", "y", 3, 4, side, side);

        Assert.Equal(["Conv", "DepthToSpace"], Folded.Same(graph.ToBytes(), 1, 3, 4, 5));
    }

    [Fact]
    public void A_chain_stays_in_the_small_image_until_its_end()
    {
        var graph = FoldingGraphs.New(3).ConvTranspose("x", "a", 3, 4).BatchNormalization("a", "b", 4).Node("Relu", ["b"], ["c"])
            .ConvTranspose("c", "d", 4, 2, 3, 3).Scalar("Add", "d", "e", 0.25f).Node("Sigmoid", ["e"], ["f"]).Conv("f", "y", 2, 1, kernel: 3, pad: 1);

        Assert.Equal(["Conv", "Relu", "Conv", "Sigmoid", "DepthToSpace", "Conv"], Folded.Same(graph.ToBytes(), 1, 3, 4, 5));
    }

    [Fact]
    public void An_image_that_two_nodes_take_is_made_before_them()
    {
        var graph = FoldingGraphs.New(3).ConvTranspose("x", "a", 3, 4).Node("Relu", ["a"], ["b"]).ConvTranspose("b", "c", 4, 2).ConvTranspose("b", "d", 4, 2, 2, 2)
            .Node("Add", ["c", "d"], ["y"]);

        Assert.Equal(["Conv", "Relu", "DepthToSpace", "Conv", "DepthToSpace", "Conv", "DepthToSpace", "Add"], Folded.Same(graph.ToBytes(), 1, 3, 4, 5));
    }

    [Fact]
    public void A_kernel_that_overlaps_is_left_alone()
    {
        var graph = FoldingGraphs.New(3).ConvTranspose("x", "y", 3, 4, kernel: 3, stride: 2);

        Assert.Equal(["ConvTranspose"], Folded.Same(graph.ToBytes(), 1, 3, 4, 5));
    }
}
