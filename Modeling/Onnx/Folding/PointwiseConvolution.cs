namespace AspireMl.Modeling.Onnx.Folding;

/// <summary>Makes convolutions that look at one pixel only.</summary>
static class PointwiseConvolution
{
    /// <summary>Each channel on its own: scale · x + shift.</summary>
    public static NodeProto Depthwise(GraphEditor graph, string input, string output, int channels, float scale, float shift) =>
        Of(graph, input, output, Filled(channels, scale), Filled(channels, shift), channels);

    /// <summary>Every output channel from every input channel.</summary>
    /// <param name="graph">The graph that will have it.</param>
    /// <param name="input">What it takes.</param>
    /// <param name="output">What it gives.</param>
    /// <param name="weights">Output × input channels.</param>
    /// <param name="bias">One value for each output channel.</param>
    public static NodeProto Dense(GraphEditor graph, string input, string output, ReadOnlySpan<float> weights, ReadOnlySpan<float> bias) =>
        Of(graph, input, output, weights, bias, 1);

    static NodeProto Of(GraphEditor graph, string input, string output, ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, int groups) => graph.NewNode(
        "Conv",
        [input, graph.AddConstant([bias.Length, weights.Length / bias.Length, 1, 1], weights), graph.AddConstant([bias.Length], bias)],
        output,
        GraphAttributes.Ints("kernel_shape", 1, 1),
        GraphAttributes.OfInt("group", groups));

    static float[] Filled(int count, float value)
    {
        var values = new float[count];
        values.AsSpan().Fill(value);
        return values;
    }
}
