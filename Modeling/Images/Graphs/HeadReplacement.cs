using AspireMl.Modeling.ModelPackages;
using AspireMl.Modeling.Onnx;
using Google.Protobuf;

namespace AspireMl.Modeling.Images.Graphs;

/// <summary>Puts another linear layer in the place of a classifier's last one: one graph with logits, last maps and embedding as its outputs.</summary>
static class HeadReplacement
{
    const string Features = "head_features";
    const string Weights = "head_weights";
    const string Bias = "head_bias";

    /// <summary>Name of the new logits.</summary>
    public const string Logits = "head_logits";

    /// <summary>Makes the graph.</summary>
    /// <param name="backbone">The package whose embedding the layer takes; its card names the embedding.</param>
    /// <param name="weights">Label by label, one weight a component of the embedding.</param>
    /// <param name="bias">One a label.</param>
    /// <returns>The bytes of the graph; the same input gives the same bytes.</returns>
    /// <exception cref="ModelPackageException">The graph lacks what its card names, or already has a layer that was put in so.</exception>
    public static byte[] Replace(ModelPackage backbone, ReadOnlySpan<float> weights, ReadOnlySpan<float> bias)
    {
        if (backbone.Card.Image is not { Embedding: { } embedding } image)
        {
            throw new ModelPackageException($"model.json of {backbone.Card.Name} names no embedding, so nothing can be learned on top of it.");
        }

        var model = backbone.ReadGraph();
        ExternalTensors.Inline(model, backbone);
        string[] kept = [.. new[] { image.Maps, embedding }.OfType<string>()];
        GraphPruning.Keep(model.Graph, kept);
        Append(model.Graph, embedding, weights, bias);
        model.Graph.Output.Clear();
        ModelPackageException.ThrowIfAny([.. GraphTensorAccess.Expose(model, [Logits, .. kept]).Select(tensor => $"{backbone.Card.Graph} has no tensor {CardRules.Shown(tensor)}.")]);
        return model.ToByteArray();
    }

    static void Append(GraphProto graph, string embedding, ReadOnlySpan<float> weights, ReadOnlySpan<float> bias)
    {
        // What an earlier replacement put in is gone but for a graph whose maps depend on it, which no network has.
        graph.Initializer.Add(GraphTensors.Of(Weights, [bias.Length, weights.Length / bias.Length], weights));
        graph.Initializer.Add(GraphTensors.Of(Bias, [bias.Length], bias));
        graph.Node.Add(new NodeProto { OpType = "Flatten", Name = Features, Input = { embedding }, Output = { Features }, Attribute = { GraphAttributes.OfInt("axis", 1) } });
        graph.Node.Add(new NodeProto { OpType = "Gemm", Name = Logits, Input = { Features, Weights, Bias }, Output = { Logits }, Attribute = { GraphAttributes.OfInt("transB", 1) } });
    }
}
