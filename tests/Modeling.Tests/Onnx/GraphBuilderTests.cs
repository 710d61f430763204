using AspireMl.Modeling.Onnx;
using Microsoft.ML.OnnxRuntime;

namespace AspireMl.Modeling.Tests.Onnx;

public sealed class GraphBuilderTests
{
    [Fact]
    public void Gemm_and_Add_give_the_values_worked_out_by_hand()
    {
        var graph = new GraphBuilder("affine")
            .Input<float>("x", -1, 2)
            .Output<float>("y", -1, 2)
            .Initializer("w", [2, 2], [1f, 2f, 3f, 4f])
            .Initializer("b", [2], [0.5f, -0.5f])
            .Initializer("shift", [], [10f])
            .Node("Gemm", ["x", "w", "b"], ["xw"], GraphAttributes.OfFloat("alpha", 2))
            .Node("Add", ["xw", "shift"], ["y"]);

        // 2·[1 1]·w + b + 10 and 2·[0 -1]·w + b + 10
        Assert.Equal([18.5f, 21.5f, 4.5f, 1.5f], Graphs.Run(graph, "x", [1f, 1f, 0f, -1f], [2, 2], "y"));
    }

    [Fact]
    public void Integer_initialisers_and_integer_attributes_reach_the_runtime()
    {
        var graph = new GraphBuilder("pick")
            .Input<float>("x", -1, 3)
            .Output<float>("y", -1, 2)
            .Initializer("columns", [2], [2L, 0L])
            .Node("Gather", ["x", "columns"], ["y"], GraphAttributes.OfInt("axis", 1));

        Assert.Equal([3f, 1f, 6f, 4f], Graphs.Run(graph, "x", [1f, 2f, 3f, 4f, 5f, 6f], [2, 3], "y"));
    }

    [Fact]
    public void Free_and_fixed_dimensions_are_what_the_runtime_reports()
    {
        var bytes = new GraphBuilder("same").Input<long>("x", -1, 4).Output<long>("y", -1, 4).Node("Identity", ["x"], ["y"]).ToBytes();
        using var session = OnnxSession.Open(bytes);

        Assert.Equal([-1, 4], session.InputMetadata["x"].Dimensions);
        Assert.Equal(typeof(long), session.OutputMetadata["y"].ElementType);
    }

    [Fact]
    public void The_same_calls_give_the_same_bytes()
    {
        static byte[] Make() => new GraphBuilder("same")
            .Input<float>("x", -1)
            .Output<float>("y", -1)
            .Metadata("b", "2").Metadata("a", "1")
            .Node("Identity", ["x"], ["y"])
            .ToBytes();

        Assert.Equal(Make(), Make());
    }

    [Theory]
    [InlineData("takes z", "z", "y")]
    [InlineData("No node produces the output y", "x", "other")]
    [InlineData("x is defined twice", "x", "x")]
    public void A_name_that_does_not_fit_is_named(string sentence, string input, string output)
    {
        var graph = new GraphBuilder("wrong").Input<float>("x", 1).Output<float>("y", 1).Node("Identity", [input], [output]);

        Assert.Contains(sentence, Assert.Throws<InvalidOperationException>(graph.ToBytes).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tensor_with_too_few_values_is_refused() =>
        Assert.Contains(
            "holds 6 values by its shape, but 1",
            Assert.Throws<ArgumentException>(() => new GraphBuilder("wrong").Initializer("w", [2, 3], [1f])).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_no_graph_is_refused_by_the_runtime() =>
        Assert.Throws<OnnxRuntimeException>(() => OnnxSession.Open([1, 2, 3, 4]));
}
