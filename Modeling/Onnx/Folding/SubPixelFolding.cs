namespace AspireMl.Modeling.Onnx.Folding;

/// <summary>
/// Writes transposed convolutions whose kernels do not overlap as convolutions of single pixels, and leaves the pixels
/// of the larger image in channels until the last of them is done (sub-pixel convolution, Shi et al., 2016).
/// </summary>
static class SubPixelFolding
{
    public static void Apply(GraphEditor graph)
    {
        foreach (var node in graph.Nodes)
        {
            // A later one of a chain is gone when its turn comes.
            if (graph.Producer(node.Output[0]) == node && Step(graph, node) is not null)
            {
                Fold(graph, node);
            }
        }
    }

    static void Fold(GraphEditor graph, NodeProto first)
    {
        List<NodeProto> old = [], fresh = [];
        var input = first.Input[0];
        var factor = 1;
        for (var node = first; node is not null; node = graph.OnlyTaker(node.Output[0]))
        {
            var output = graph.NewName();
            if (Step(graph, node) is { } step)
            {
                fresh.Add(Spread(graph, input, output, step, factor));
                factor *= Side(step);
            }
            else if (node.OpType is "Relu" or "Sigmoid")
            {
                fresh.Add(graph.NewNode(node.OpType, [input], output));
            }
            else
            {
                break;
            }

            old.Add(node);
            input = output;
        }

        fresh.Add(graph.NewNode("DepthToSpace", [input], old[^1].Output[0], GraphAttributes.OfInt("blocksize", factor)));
        graph.Replace(old, fresh);
    }

    /// <summary>
    /// The transposed convolution of an image whose pixels lie in channels already, <paramref name="factor"/> ×
    /// <paramref name="factor"/> of them: each pixel gives side × side pixels, in the order of the larger image.
    /// </summary>
    static NodeProto Spread(GraphEditor graph, string input, string output, Convolution step, int factor)
    {
        var (inputs, outputs, side) = (step.InputChannels, step.OutputChannels, Side(step));
        var wide = factor * side;
        var weights = new float[wide * wide * outputs * factor * factor * inputs];
        var bias = new float[wide * wide * outputs];
        for (var place = 0; place < wide * wide; place++)
        {
            var (y, x) = Math.DivRem(place, wide);
            var source = (y / side * factor) + (x / side);
            var kernel = (y % side * side) + (x % side);
            for (var channel = 0; channel < outputs; channel++)
            {
                var row = (place * outputs) + channel;
                bias[row] = step.Bias[channel];
                for (var i = 0; i < inputs; i++)
                {
                    weights[(((row * factor * factor) + source) * inputs) + i] = step.Weights[(((i * outputs) + channel) * side * side) + kernel];
                }
            }
        }

        return PointwiseConvolution.Dense(graph, input, output, weights, bias);
    }

    /// <summary>A transposed convolution whose square kernel is as wide as its stride; null for any other node.</summary>
    static Convolution? Step(GraphEditor graph, NodeProto node) =>
        node.OpType == "ConvTranspose" && Convolution.Of(graph, node) is { IsPadded: false } step
        && !node.Attribute.Any(attribute => attribute.Name is "output_padding" or "output_shape" || (attribute.Name is "dilations" && attribute.Ints.Any(dilation => dilation != 1)))
        && Ints(node, "strides") is [var down, var right] && Ints(node, "kernel_shape") is [var height, var width]
        && down == right && height == width && height == down
            ? step
            : null;

    static int Side(Convolution step) => (int)Ints(step.Node, "strides")[0];

    static long[] Ints(NodeProto node, string attribute) => [.. GraphAttributes.Find(node, attribute)?.Ints ?? []];
}
