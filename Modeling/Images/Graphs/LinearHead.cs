using AspireMl.Modeling.ModelPackages;
using AspireMl.Modeling.Onnx;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace AspireMl.Modeling.Images.Graphs;

/// <summary>The weights of the linear layer that makes the logits.</summary>
/// <param name="Weights">Label by label, one weight a channel.</param>
/// <param name="Labels">How many labels there are.</param>
/// <param name="Channels">How many channels there are.</param>
sealed record LinearHead(float[] Weights, int Labels, int Channels)
{
    // What may stand between the layer and the logits without changing which channels speak for a label.
    static readonly string[] Transparent = ["Identity", "Reshape", "Flatten", "Squeeze", "Dropout"];

    /// <summary>Finds the layer in a graph.</summary>
    /// <param name="model">The graph.</param>
    /// <param name="logits">Name of the logits.</param>
    /// <param name="folder">Where the graph's data lies.</param>
    /// <exception cref="ModelPackageException">The logits do not come from one linear layer with constant weights.</exception>
    public static LinearHead Find(ModelProto model, string logits, string folder)
    {
        for (var name = logits; GraphTensorAccess.Producer(model, name) is { } node;)
        {
            switch (node.OpType)
            {
                case "Gemm":
                    return Read(model, node, labelsFirst: Attribute(node, "transB") == 1, folder);
                case "MatMul":
                    return Read(model, node, labelsFirst: false, folder);
                case "Add":
                    name = node.Input.FirstOrDefault(input => GraphTensorAccess.ConstantGraph(model, input) is null, "");
                    break;
                case var transparent when Transparent.Contains(transparent):
                    name = node.Input[0];
                    break;
                default:
                    throw NotLinear(logits);
            }
        }

        throw NotLinear(logits);
    }

    /// <summary>The weights of one label.</summary>
    public ReadOnlySpan<float> Of(int label) => Weights.AsSpan(label * Channels, Channels);

    static LinearHead Read(ModelProto model, NodeProto node, bool labelsFirst, string folder)
    {
        var graph = GraphTensorAccess.ConstantGraph(model, node.Input[1]) ?? throw NotLinear(node.Output[0]);
        using var session = OnnxSession.Open(graph, new() { Provider = ExecutionProvider.Cpu }, folder);
        using var run = new RunOptions();
        using var results = session.Run(run, [], (IReadOnlyCollection<OrtValue>)[], [GraphTensorAccess.ConstantOutput]);
        var shape = results[0].GetTensorTypeAndShape();
        if (shape.ElementDataType != TensorElementType.Float || shape.Shape is not [var rows, var columns])
        {
            throw NotLinear(node.Output[0]);
        }

        var values = results[0].GetTensorDataAsSpan<float>();
        return labelsFirst
            ? new(values.ToArray(), (int)rows, (int)columns)
            : new(Transposed(values, (int)rows, (int)columns), (int)columns, (int)rows);
    }

    static float[] Transposed(ReadOnlySpan<float> values, int rows, int columns)
    {
        var transposed = new float[values.Length];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                transposed[(column * rows) + row] = values[(row * columns) + column];
            }
        }

        return transposed;
    }

    static long Attribute(NodeProto node, string name) => GraphAttributes.Find(node, name)?.I ?? 0;

    static ModelPackageException NotLinear(string tensor) => new(
        $"{CardRules.Shown(tensor)} does not come from one linear layer with constant weights of float32, so answers cannot be explained; leave image.maps out of model.json.");
}
