namespace AspireMl.Modeling.Onnx.Folding;

/// <summary>
/// Writes x + x · g as x · (g + 1) where g is one value a channel that comes from the means of the channels (squeeze and
/// excitation, Hu et al., 2018): the addition is of a few numbers then, not of two feature maps.
/// </summary>
static class GateFolding
{
    public static void Apply(GraphEditor graph)
    {
        foreach (var add in graph.Nodes.Where(node => node.OpType == "Add"))
        {
            if (Gated(graph, add, add.Input[0], add.Input[1]) is { } first)
            {
                Fold(graph, add, add.Input[0], first.Multiply, first.Gate);
            }
            else if (Gated(graph, add, add.Input[1], add.Input[0]) is { } second)
            {
                Fold(graph, add, add.Input[1], second.Multiply, second.Gate);
            }
        }
    }

    static void Fold(GraphEditor graph, NodeProto add, string map, NodeProto multiply, string gate)
    {
        var raised = graph.NewName();
        graph.Replace(
            [multiply, add],
            graph.NewNode("Add", [gate, graph.AddConstant([1], [1f])], raised),
            graph.NewNode("Mul", [map, raised], add.Output[0]));
    }

    static (NodeProto Multiply, string Gate)? Gated(GraphEditor graph, NodeProto add, string map, string product) =>
        graph.Producer(product) is { OpType: "Mul" } multiply && graph.OnlyTaker(product) == add && multiply.Input.Contains(map)
        && multiply.Input.FirstOrDefault(input => input != map) is { } gate && IsPooled(graph, gate)
            ? (multiply, gate)
            : null;

    static bool IsPooled(GraphEditor graph, string tensor)
    {
        while (graph.Producer(tensor) is { } node)
        {
            if (node.OpType == "GlobalAveragePool")
            {
                return true;
            }

            if (node.OpType is not ("Conv" or "Relu" or "Sigmoid" or "HardSigmoid"))
            {
                return false;
            }

            tensor = node.Input[0];
        }

        return false;
    }
}
