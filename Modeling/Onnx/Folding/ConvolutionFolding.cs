namespace AspireMl.Modeling.Onnx.Folding;

/// <summary>
/// Rewrites the arithmetic between a network's convolutions so that ONNX Runtime keeps its blocked layout from one to
/// the next. The outputs stay what they were, up to the rounding of 32-bit floats; what no rule fits stays as it is.
/// </summary>
public static class ConvolutionFolding
{
    /// <summary>Folds what can be folded.</summary>
    /// <param name="model">The bytes of an <c>.onnx</c> file whose tensors lie in it.</param>
    /// <returns>The bytes of the network rewritten.</returns>
    public static byte[] Fold(byte[] model)
    {
        var graph = GraphEditor.Open(model);
        AffineFolding.Apply(graph);
        HardSwishFolding.Apply(graph);
        GateFolding.Apply(graph);
        SubPixelFolding.Apply(graph);
        return graph.ToBytes();
    }
}
