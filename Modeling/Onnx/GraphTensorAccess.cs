using Google.Protobuf;
using DataType = AspireMl.Modeling.Onnx.TensorProto.Types.DataType;

namespace AspireMl.Modeling.Onnx;

/// <summary>Gets at tensors within a graph that is not an own one.</summary>
static class GraphTensorAccess
{
    /// <summary>Makes tensors of float32 within the graph its outputs too.</summary>
    /// <returns>Those that the graph does not have.</returns>
    public static IReadOnlyList<string> Expose(ModelProto model, IEnumerable<string> tensors)
    {
        var outputs = model.Graph.Output.Select(output => output.Name).ToHashSet(StringComparer.Ordinal);
        var produced = model.Graph.Node.SelectMany(node => node.Output).ToHashSet(StringComparer.Ordinal);
        var missing = new List<string>();
        foreach (var tensor in tensors.Where(outputs.Add))
        {
            if (!produced.Contains(tensor))
            {
                missing.Add(tensor);
                continue;
            }

            // Without a shape: ONNX Runtime infers it.
            model.Graph.Output.Add(new ValueInfoProto
            {
                Name = tensor,
                Type = new() { TensorType = new() { ElemType = (int)DataType.Float } },
            });
        }

        return missing;
    }

    /// <summary>The node that produces a tensor, or null.</summary>
    public static NodeProto? Producer(ModelProto model, string tensor) => model.Graph.Node.FirstOrDefault(node => node.Output.Contains(tensor));

    /// <summary>A graph without inputs that gives a constant tensor, as <see cref="ConstantOutput"/>; null when the tensor depends on an input.</summary>
    public static byte[]? ConstantGraph(ModelProto model, string tensor)
    {
        var initializers = model.Graph.Initializer.ToDictionary(initializer => initializer.Name, StringComparer.Ordinal);
        var slice = new GraphProto { Name = "constant" };
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var nodes = new HashSet<NodeProto>();
        var open = new Stack<string>([tensor]);
        while (open.TryPop(out var name))
        {
            if (name.Length == 0 || !seen.Add(name))
            {
                continue;
            }

            if (initializers.TryGetValue(name, out var initializer))
            {
                slice.Initializer.Add(initializer);
            }
            else if (Producer(model, name) is { } node)
            {
                nodes.Add(node);
                foreach (var input in node.Input)
                {
                    open.Push(input);
                }
            }
            else
            {
                return null;
            }
        }

        slice.Node.AddRange(model.Graph.Node.Where(nodes.Contains));
        slice.Node.Add(new NodeProto { OpType = "Identity", Input = { tensor }, Output = { ConstantOutput } });
        slice.Output.Add(new ValueInfoProto { Name = ConstantOutput, Type = new() { TensorType = new() { ElemType = (int)DataType.Float } } });
        var constant = new ModelProto { IrVersion = Math.Max(model.IrVersion, FirstWithFreeInitializers), Graph = slice };
        constant.OpsetImport.AddRange(model.OpsetImport);
        return constant.ToByteArray();
    }

    /// <summary>The output of a <see cref="ConstantGraph"/>.</summary>
    public const string ConstantOutput = "aspireml_constant";

    /// <summary>The version of the format before which initialisers had to be inputs as well.</summary>
    public const long FirstWithFreeInitializers = 4;
}
