namespace AspireMl.Modeling.Tests.Onnx.Folding;

public sealed class HardSwishFoldingTests
{
    static readonly string[] Sigmoid = ["Conv", "Conv", "HardSigmoid", "Mul"];

    [Fact]
    public void The_steps_become_a_hard_sigmoid_after_a_convolution()
    {
        var graph = FoldingGraphs.New(2).Conv("x", "a", 2, 16).HardSwish("a", "y");

        Assert.Equal(Sigmoid, Folded.Same(graph.ToBytes(), 1, 2, 4, 5));
    }

    [Fact]
    public void Scale_and_shift_go_into_the_convolutions_that_follow()
    {
        var graph = FoldingGraphs.New(2).Conv("x", "a", 2, 4).HardSwish("a", "b").Scalar("Mul", "b", "c", -0.5f).Scalar("Add", "c", "d", 0.9f)
            .Conv("d", "e", 4, 3).Conv("d", "f", 4, 3, kernel: 3).Conv("e", "g", 3, 3, kernel: 3).Node("Add", ["f", "g"], ["y"]);

        Assert.Equal([.. Sigmoid, "Conv", "Conv", "Conv", "Add"], Folded.Same(graph.ToBytes(), 1, 2, 6, 6));
    }

    [Fact]
    public void Before_a_padded_convolution_they_stay_because_what_is_put_around_is_nought()
    {
        var graph = FoldingGraphs.New(2).Conv("x", "a", 2, 4).HardSwish("a", "b").Scalar("Mul", "b", "c", 0.5f).Scalar("Add", "c", "d", 0.9f)
            .Conv("d", "y", 4, 3, kernel: 3, pad: 1);

        Assert.Equal([.. Sigmoid, "Conv", "Conv"], Folded.Same(graph.ToBytes(), 1, 2, 6, 6));
    }

    [Fact]
    public void Another_ceiling_is_another_function()
    {
        var graph = FoldingGraphs.New(2).Conv("x", "a", 2, 4).HardSwish("a", "y", ceiling: 5);

        Assert.Equal(["Conv", "Add", "Clip", "Mul", "Div"], Folded.Same(graph.ToBytes(), 1, 2, 4, 5));
    }
}
