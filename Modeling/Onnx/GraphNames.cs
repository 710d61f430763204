namespace AspireMl.Modeling.Onnx;

/// <summary>Checks that every name in a graph is defined once, before it is used.</summary>
static class GraphNames
{
    public static void Check(GraphProto graph, IReadOnlyDictionary<string, long> opsets)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in graph.Input.Select(input => input.Name).Concat(graph.Initializer.Select(tensor => tensor.Name)))
        {
            Define(name);
        }

        foreach (var node in graph.Node)
        {
            if (!opsets.ContainsKey(node.Domain))
            {
                throw new InvalidOperationException($"{node.Name} is of the domain {node.Domain}, whose operator set has no version.");
            }

            if (node.Input.FirstOrDefault(input => input.Length > 0 && !known.Contains(input)) is { } unknown)
            {
                throw new InvalidOperationException($"{node.Name} takes {unknown}, which nothing before it defines.");
            }

            foreach (var output in node.Output.Where(output => output.Length > 0))
            {
                Define(output);
            }
        }

        if (graph.Output.FirstOrDefault(output => !known.Contains(output.Name)) is { } missing)
        {
            throw new InvalidOperationException($"No node produces the output {missing.Name}.");
        }

        void Define(string name)
        {
            if (!known.Add(name))
            {
                throw new InvalidOperationException($"The name {name} is defined twice in the graph.");
            }
        }
    }
}
