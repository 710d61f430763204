using AspireMl.Modeling.Onnx;

namespace AspireMl.Modeling.Tests.Onnx.Folding;

/// <summary>Adds the parts of small networks that the rules look for.</summary>
static class FoldingGraphs
{
    public static GraphBuilder New(int channels) => new GraphBuilder("small").Input<float>("x", 1, channels, -1, -1).Output<float>("y", 1, -1, -1, -1);

    public static GraphBuilder Conv(this GraphBuilder graph, string input, string output, int inputs, int outputs, int kernel = 1, int pad = 0, bool bias = true)
    {
        graph.Initializer($"{output}.w", [outputs, inputs, kernel, kernel], Folded.Random(outputs * inputs * kernel * kernel, outputs + kernel));
        if (bias)
        {
            graph.Initializer($"{output}.b", [outputs], Folded.Random(outputs, 3));
        }

        return graph.Node(
            "Conv", bias ? [input, $"{output}.w", $"{output}.b"] : [input, $"{output}.w"], [output],
            GraphAttributes.Ints("kernel_shape", kernel, kernel), GraphAttributes.Ints("pads", pad, pad, pad, pad));
    }

    public static GraphBuilder ConvTranspose(this GraphBuilder graph, string input, string output, int inputs, int outputs, int kernel = 2, int stride = 2) => graph
        .Initializer($"{output}.w", [inputs, outputs, kernel, kernel], Folded.Random(inputs * outputs * kernel * kernel, outputs + kernel))
        .Node("ConvTranspose", [input, $"{output}.w"], [output], GraphAttributes.Ints("kernel_shape", kernel, kernel), GraphAttributes.Ints("strides", stride, stride));

    public static GraphBuilder Scalar(this GraphBuilder graph, string operation, string input, string output, float value) => graph
        .Initializer($"{output}.c", [1], [value])
        .Node(operation, [input, $"{output}.c"], [output]);

    public static GraphBuilder BatchNormalization(this GraphBuilder graph, string input, string output, int channels) => graph
        .Initializer($"{output}.scale", [channels], Folded.Random(channels, 11))
        .Initializer($"{output}.shift", [channels], Folded.Random(channels, 12))
        .Initializer($"{output}.mean", [channels], Folded.Random(channels, 13))
        .Initializer($"{output}.variance", [channels], [.. Folded.Random(channels, 14).Select(value => (value * value) + 0.1f)])
        .Node("BatchNormalization", [input, $"{output}.scale", $"{output}.shift", $"{output}.mean", $"{output}.variance"], [output], GraphAttributes.OfFloat("epsilon", 1e-3f));

    /// <summary>x · min(max(x + 3, 0), ceiling) ÷ 6.</summary>
    public static GraphBuilder HardSwish(this GraphBuilder graph, string input, string output, float ceiling = 6) => graph
        .Scalar("Add", input, $"{output}.raised", 3)
        .Initializer($"{output}.low", [], [0f])
        .Initializer($"{output}.high", [], [ceiling])
        .Node("Clip", [$"{output}.raised", $"{output}.low", $"{output}.high"], [$"{output}.clipped"])
        .Node("Mul", [input, $"{output}.clipped"], [$"{output}.product"])
        .Scalar("Div", $"{output}.product", output, 6);
}
