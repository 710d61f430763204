using AspireMl.Modeling.Onnx;

namespace AspireMl.Modeling.Images.Graphs;

/// <summary>Takes out of a graph what none of its wanted tensors depends on.</summary>
static class GraphPruning
{
    /// <summary>Keeps the nodes, constants and inputs that lead to some tensors. Shapes that the graph tells of tensors within it are dropped; ONNX Runtime infers them.</summary>
    public static void Keep(GraphProto graph, IEnumerable<string> tensors)
    {
        var producers = graph.Node.SelectMany(node => node.Output.Where(output => output.Length > 0).Select(output => (output, node)))
            .ToDictionary(pair => pair.output, pair => pair.node, StringComparer.Ordinal);
        var needed = new HashSet<string>(StringComparer.Ordinal);
        var nodes = new HashSet<NodeProto>();
        var open = new Stack<string>(tensors);
        while (open.TryPop(out var name))
        {
            if (needed.Add(name) && producers.TryGetValue(name, out var node) && nodes.Add(node))
            {
                foreach (var input in InputsOf(node))
                {
                    open.Push(input);
                }
            }
        }

        Retain(graph.Node, nodes.Contains);
        Retain(graph.Initializer, tensor => needed.Contains(tensor.Name));
        Retain(graph.Input, input => needed.Contains(input.Name));
        graph.ValueInfo.Clear();
    }

    // Branches and loops may take tensors of the graph around them.
    static IEnumerable<string> InputsOf(NodeProto node) =>
        node.Input.Concat(node.Attribute.Where(attribute => attribute.G is not null).SelectMany(attribute => attribute.G.Node).SelectMany(InputsOf));

    static void Retain<T>(Google.Protobuf.Collections.RepeatedField<T> items, Func<T, bool> keep)
    {
        T[] kept = [.. items.Where(keep)];
        items.Clear();
        items.AddRange(kept);
    }
}
