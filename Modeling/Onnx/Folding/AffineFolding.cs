namespace AspireMl.Modeling.Onnx.Folding;

/// <summary>
/// Constants that multiply a convolution's output or are added to it, and batch normalisation with its running figures
/// (Ioffe and Szegedy, 2015), go into the convolution's weights.
/// </summary>
static class AffineFolding
{
    public static void Apply(GraphEditor graph)
    {
        foreach (var node in graph.Nodes)
        {
            if (StepOf(graph, node) is { } step
                && graph.OnlyTaker(step.Input) == node
                && Convolution.Of(graph, graph.Producer(step.Input)) is { } convolution
                && Fits(step.Scale, convolution) && Fits(step.Shift, convolution))
            {
                convolution.ChangeOutput(step.Scale, step.Shift);
                graph.Merge(convolution.Node, node);
            }
        }
    }

    /// <summary>What a node multiplies by and adds, one value or one a channel; null when it does something else.</summary>
    public static (string Input, float[] Scale, float[] Shift)? StepOf(GraphEditor graph, NodeProto node) => node.OpType switch
    {
        "Mul" when Operand(graph, node) is var (input, values) => (input, values, [0]),
        "Add" when Operand(graph, node) is var (input, values) => (input, [1], values),
        "BatchNormalization" => Normalisation(graph, node),
        _ => null,
    };

    static (string Input, float[] Values)? Operand(GraphEditor graph, NodeProto node) =>
        PerChannel(graph, node.Input[1]) is { } second ? (node.Input[0], second)
        : PerChannel(graph, node.Input[0]) is { } first ? (node.Input[1], first)
        : null;

    // One value, or one for each channel and all of its pixels.
    static float[]? PerChannel(GraphEditor graph, string tensor) =>
        graph.Constant(tensor) is var (values, shape) && (values.Length == 1 || shape is [_, 1, 1] or [1, _, 1, 1]) ? values : null;

    static (string Input, float[] Scale, float[] Shift)? Normalisation(GraphEditor graph, NodeProto node)
    {
        if (node.Output.Count(output => output.Length > 0) > 1
            || graph.Constant(node.Input[1]) is not var (scale, _) || graph.Constant(node.Input[2]) is not var (shift, _)
            || graph.Constant(node.Input[3]) is not var (mean, _) || graph.Constant(node.Input[4]) is not var (variance, _))
        {
            return null;
        }

        var epsilon = GraphAttributes.Find(node, "epsilon")?.F ?? 1e-5f;
        for (var channel = 0; channel < scale.Length; channel++)
        {
            scale[channel] /= MathF.Sqrt(variance[channel] + epsilon);
            shift[channel] -= mean[channel] * scale[channel];
        }

        return (node.Input[0], scale, shift);
    }

    static bool Fits(float[] values, Convolution convolution) => values.Length == 1 || values.Length == convolution.OutputChannels;
}
