namespace AspireMl.Modeling.Onnx.Folding;

/// <summary>The weights of a <c>Conv</c> or a <c>ConvTranspose</c> node, to be changed.</summary>
sealed class Convolution
{
    readonly GraphEditor _graph;
    readonly float[] _weights, _bias;
    readonly long[] _shape;

    Convolution(GraphEditor graph, NodeProto node, float[] weights, long[] shape, float[] bias)
    {
        (_graph, Node, _weights, _shape, _bias) = (graph, node, weights, shape, bias);
    }

    public NodeProto Node { get; }

    public bool IsTransposed => Node.OpType == "ConvTranspose";

    /// <summary>Input channels of one group.</summary>
    public int InputChannels => (int)_shape[IsTransposed ? 0 : 1];

    public int OutputChannels => _bias.Length;

    /// <summary>Output channels × <see cref="InputChannels"/> × kernel; input × output channels × kernel when transposed.</summary>
    public ReadOnlySpan<float> Weights => _weights;

    public ReadOnlySpan<float> Bias => _bias;

    /// <summary>Whether zeros are put around the input, or may be.</summary>
    public bool IsPadded => Node.Attribute.Any(attribute => attribute.Name is "auto_pad" || (attribute.Name is "pads" && attribute.Ints.Any(pad => pad != 0)));

    /// <summary>The convolution of a node; null when it is none of an image, its weights are not constant, or it is transposed in groups.</summary>
    public static Convolution? Of(GraphEditor graph, NodeProto? node)
    {
        if (node is not { OpType: "Conv" or "ConvTranspose", Domain: "" } || graph.Constant(node.Input[1]) is not { Shape.Length: 4 } weights)
        {
            return null;
        }

        var isTransposed = node.OpType == "ConvTranspose";
        if (isTransposed && GraphAttributes.Find(node, "group") is { I: > 1 })
        {
            return null;
        }

        var bias = node.Input.Count > 2 && node.Input[2].Length > 0 ? graph.Constant(node.Input[2])?.Values : new float[weights.Shape[isTransposed ? 1 : 0]];
        return bias is null ? null : new(graph, node, weights.Values, weights.Shape, bias);
    }

    /// <summary>Makes the output what it was, times <paramref name="scale"/>, plus <paramref name="shift"/>: one value each, or one a channel.</summary>
    public void ChangeOutput(ReadOnlySpan<float> scale, ReadOnlySpan<float> shift)
    {
        var kernel = (int)(_shape[2] * _shape[3]);
        for (var i = 0; i < _weights.Length; i++)
        {
            var channel = IsTransposed ? i / kernel % OutputChannels : i / (_weights.Length / OutputChannels);
            _weights[i] *= At(scale, channel);
        }

        for (var channel = 0; channel < OutputChannels; channel++)
        {
            _bias[channel] = (_bias[channel] * At(scale, channel)) + At(shift, channel);
        }

        Store();
    }

    /// <summary>Takes an input x for which <paramref name="scale"/> · x + <paramref name="shift"/> was given before. Not for a padded or transposed one.</summary>
    public void ChangeInput(float scale, float shift)
    {
        var fan = _weights.Length / OutputChannels;
        for (var channel = 0; channel < OutputChannels; channel++)
        {
            var sum = 0.0;
            foreach (ref var weight in _weights.AsSpan(channel * fan, fan))
            {
                sum += weight;
                weight *= scale;
            }

            _bias[channel] += (float)(sum * shift);
        }

        Store();
    }

    static float At(ReadOnlySpan<float> values, int channel) => values[values.Length == 1 ? 0 : channel];

    void Store()
    {
        _graph.SetInput(Node, 1, _graph.AddConstant(_shape, _weights));
        _graph.SetInput(Node, 2, _graph.AddConstant([OutputChannels], _bias));
    }
}
