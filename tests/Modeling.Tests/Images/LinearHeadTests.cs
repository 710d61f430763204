using AspireMl.Modeling.Images.Graphs;
using AspireMl.Modeling.ModelPackages;
using AspireMl.Modeling.Onnx;

namespace AspireMl.Modeling.Tests.Images;

public sealed class LinearHeadTests
{
    static GraphBuilder Graph => new GraphBuilder("head").Input<float>("x", -1, 3).Output<float>("logits", -1, 2);

    [Fact]
    public void Weights_of_a_product_with_a_bias_are_found_label_by_label()
    {
        var head = Find(Graph
            .Initializer("weights", [3, 2], [1f, 4, 2, 5, 3, 6])
            .Initializer("bias", [2], [0f, 0])
            .Node("MatMul", ["x", "weights"], ["product"])
            .Node("Add", ["bias", "product"], ["logits"]));

        Assert.Equal((2, 3), (head.Labels, head.Channels));
        Assert.Equal([4f, 5, 6], head.Of(1).ToArray());
    }

    [Fact]
    public void Weights_that_the_graph_computes_from_constants_are_found()
    {
        var head = Find(Graph
            .Initializer("shape", [2], [2L, 3])
            .Initializer("flat", [6], [1f, 2, 3, 4, 5, 6])
            .Node("Reshape", ["flat", "shape"], ["weights"])
            .Node("Gemm", ["x", "weights"], ["logits"], GraphAttributes.OfInt("transB", 1)));

        Assert.Equal([1f, 2, 3], head.Of(0).ToArray());
    }

    [Fact]
    public void Weights_that_depend_on_the_input_are_none() =>
        Assert.Contains("constant weights", Assert.Throws<ModelPackageException>(() => Find(Graph
            .Node("Transpose", ["x"], ["weights"])
            .Node("MatMul", ["x", "weights"], ["logits"]))).Message, StringComparison.Ordinal);

    static LinearHead Find(GraphBuilder graph) => LinearHead.Find(ModelProto.Parser.ParseFrom(graph.ToBytes()), "logits", Path.GetTempPath());
}
