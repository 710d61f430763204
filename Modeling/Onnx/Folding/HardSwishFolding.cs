namespace AspireMl.Modeling.Onnx.Folding;

/// <summary>
/// Writes x · min(max(x + 3, 0), 6) ÷ 6 after a convolution (Howard et al., 2019) as x times a hard sigmoid of a
/// convolution that changes nothing: ONNX Runtime makes the two one, in its blocked layout, where it knows neither the
/// single steps nor the sigmoid by itself. A constant that multiplies the result and one that is added to it go into
/// the convolutions that follow, where nothing is put around their input.
/// </summary>
static class HardSwishFolding
{
    const float Offset = 3, Ceiling = 6;

    public static void Apply(GraphEditor graph)
    {
        foreach (var node in graph.Nodes)
        {
            if (Activation.Of(graph, node) is { } activation)
            {
                Fold(graph, activation);
            }
        }
    }

    static void Fold(GraphEditor graph, Activation activation)
    {
        var (copy, gate) = (graph.NewName(), graph.NewName());
        List<NodeProto> fresh =
        [
            PointwiseConvolution.Depthwise(graph, activation.Input, copy, activation.Channels, 1, 0),
            graph.NewNode("HardSigmoid", [copy], gate, GraphAttributes.OfFloat("alpha", 1 / Ceiling), GraphAttributes.OfFloat("beta", Offset / Ceiling)),
            graph.NewNode("Mul", [activation.Input, gate], activation.Output),
        ];
        if (activation is not { Scale: 1, Shift: 0 } && !TryChangeTakers(graph, activation))
        {
            var product = graph.NewName();
            fresh[^1].Output[0] = product;
            fresh.Add(PointwiseConvolution.Depthwise(graph, product, activation.Output, activation.Channels, activation.Scale, activation.Shift));
        }

        graph.Replace(activation.Nodes, fresh);
    }

    static bool TryChangeTakers(GraphEditor graph, Activation activation)
    {
        var takers = graph.Takers(activation.Output).Select(taker => Convolution.Of(graph, taker)).OfType<Convolution>()
            .Where(taker => taker is { IsPadded: false, IsTransposed: false }).ToList();
        if (graph.IsOutput(activation.Output) || takers.Count < graph.Takers(activation.Output).Count)
        {
            return false;
        }

        takers.ForEach(taker => taker.ChangeInput(activation.Scale, activation.Shift));
        return true;
    }

    /// <summary>The steps as a graph has them.</summary>
    /// <param name="Input">The convolution's output.</param>
    /// <param name="Channels">Its channels.</param>
    /// <param name="Nodes">The nodes of the steps.</param>
    /// <param name="Scale">What the result is multiplied by.</param>
    /// <param name="Shift">What is added to it then.</param>
    sealed record Activation(string Input, int Channels, IReadOnlyList<NodeProto> Nodes, float Scale, float Shift)
    {
        public string Output => Nodes[^1].Output[0];

        public static Activation? Of(GraphEditor graph, NodeProto add)
        {
            if (add.OpType != "Add" || AffineFolding.StepOf(graph, add) is not (var input, _, [Offset])
                || Convolution.Of(graph, graph.Producer(input)) is not { } convolution
                || graph.OnlyTaker(add.Output[0]) is not { OpType: "Clip" } clip || !IsZeroToCeiling(graph, clip)
                || graph.OnlyTaker(clip.Output[0]) is not { OpType: "Mul" } multiply || !multiply.Input.Contains(input)
                || graph.OnlyTaker(multiply.Output[0]) is not { OpType: "Div" } divide || divide.Input[0] != multiply.Output[0] || graph.Scalar(divide.Input[1]) != Ceiling)
            {
                return null;
            }

            List<NodeProto> nodes = [add, clip, multiply, divide];
            var (scale, shift) = (1f, 0f);
            while (graph.OnlyTaker(nodes[^1].Output[0]) is { OpType: "Mul" or "Add" } next && AffineFolding.StepOf(graph, next) is (_, [var factor], [var summand]))
            {
                (scale, shift) = (scale * factor, (shift * factor) + summand);
                nodes.Add(next);
            }

            return new(input, convolution.OutputChannels, nodes, scale, shift);
        }

        // The bounds are attributes up to operator set 10, and inputs after it.
        static bool IsZeroToCeiling(GraphEditor graph, NodeProto clip) => clip.Input.Count == 3
            ? graph.Scalar(clip.Input[1]) == 0 && graph.Scalar(clip.Input[2]) == Ceiling
            : GraphAttributes.Find(clip, "min") is { F: 0 } && GraphAttributes.Find(clip, "max") is { F: Ceiling };
    }
}
