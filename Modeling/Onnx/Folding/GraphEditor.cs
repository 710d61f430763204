using Google.Protobuf;
using DataType = AspireMl.Modeling.Onnx.TensorProto.Types.DataType;

namespace AspireMl.Modeling.Onnx.Folding;

/// <summary>A graph under change: who makes a tensor, who takes it, and which tensors are constant.</summary>
sealed class GraphEditor
{
    readonly ModelProto _model;
    readonly Dictionary<string, TensorProto> _constants = new(StringComparer.Ordinal);
    readonly Dictionary<string, NodeProto> _producers = new(StringComparer.Ordinal);
    readonly Dictionary<string, List<NodeProto>> _takers = new(StringComparer.Ordinal);
    readonly HashSet<string> _outputs;
    int _names;

    GraphEditor(ModelProto model)
    {
        _model = model;
        _outputs = model.Graph.Output.Select(output => output.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var tensor in model.Graph.Initializer)
        {
            _constants[tensor.Name] = tensor;
        }

        foreach (var node in model.Graph.Node)
        {
            Enter(node);
        }
    }

    public static GraphEditor Open(byte[] model) => new(ModelProto.Parser.ParseFrom(model));

    /// <summary>The nodes as they are now, each after those whose outputs it takes.</summary>
    public IReadOnlyList<NodeProto> Nodes => [.. _model.Graph.Node];

    public NodeProto? Producer(string tensor) => _producers.GetValueOrDefault(tensor);

    public IReadOnlyList<NodeProto> Takers(string tensor) => _takers.GetValueOrDefault(tensor) ?? [];

    public bool IsOutput(string tensor) => _outputs.Contains(tensor);

    /// <summary>The node that alone takes a tensor; null when several do, or the caller of the graph does.</summary>
    public NodeProto? OnlyTaker(string tensor) => !IsOutput(tensor) && Takers(tensor) is [var only] ? only : null;

    /// <summary>A constant tensor of 32-bit floats, or null.</summary>
    public (float[] Values, long[] Shape)? Constant(string tensor) =>
        _constants.TryGetValue(tensor, out var constant) && constant is { DataType: (int)DataType.Float, ExternalData.Count: 0 }
            ? (GraphTensors.Floats(constant), [.. constant.Dims])
            : null;

    /// <summary>A constant of one element, or null.</summary>
    public float? Scalar(string tensor) => Constant(tensor) is { Values: [var value] } ? value : null;

    /// <summary>Adds a constant.</summary>
    /// <returns>Its name.</returns>
    public string AddConstant(ReadOnlySpan<long> shape, ReadOnlySpan<float> values)
    {
        var tensor = GraphTensors.Of(NewName(), shape, values);
        _model.Graph.Initializer.Add(tensor);
        _constants[tensor.Name] = tensor;
        return tensor.Name;
    }

    /// <summary>A name that the graph does not have yet.</summary>
    public string NewName() => $"folded.{_names++}";

    /// <summary>A node that <see cref="Replace"/> can put into the graph.</summary>
    public NodeProto NewNode(string operation, IEnumerable<string> inputs, string output, params IEnumerable<AttributeProto> attributes)
    {
        var node = new NodeProto { OpType = operation, Name = NewName(), Output = { output } };
        node.Input.AddRange(inputs);
        node.Attribute.AddRange(attributes);
        return node;
    }

    /// <summary>Puts nodes in the place of the last of others, which go.</summary>
    public void Replace(IReadOnlyCollection<NodeProto> old, params IEnumerable<NodeProto> fresh)
    {
        var nodes = _model.Graph.Node;
        var place = old.Max(nodes.IndexOf) + 1;
        foreach (var node in fresh)
        {
            nodes.Insert(place++, node);
        }

        foreach (var node in old)
        {
            Leave(node);
            nodes.Remove(node);
        }

        foreach (var node in fresh)
        {
            Enter(node);
        }
    }

    /// <summary>Takes a node away whose work the producer of its input does from now on.</summary>
    public void Merge(NodeProto producer, NodeProto node)
    {
        Leave(node);
        _model.Graph.Node.Remove(node);
        _producers.Remove(producer.Output[0]);
        producer.Output[0] = node.Output[0];
        _producers[producer.Output[0]] = producer;
    }

    /// <summary>Gives a node another input; adds it when the node has one fewer.</summary>
    public void SetInput(NodeProto node, int index, string tensor)
    {
        Leave(node);
        if (index == node.Input.Count)
        {
            node.Input.Add(tensor);
        }
        else
        {
            node.Input[index] = tensor;
        }

        Enter(node);
    }

    /// <summary>The model without the constants that nothing takes any more.</summary>
    public byte[] ToBytes()
    {
        var graph = _model.Graph;
        var unused = graph.Initializer.Where(tensor => !IsTaken(tensor.Name)).ToList();
        foreach (var tensor in unused)
        {
            graph.Initializer.Remove(tensor);
            // Files of old versions name their initialisers among the inputs as well.
            if (graph.Input.FirstOrDefault(input => input.Name == tensor.Name) is { } input)
            {
                graph.Input.Remove(input);
            }
        }

        foreach (var node in graph.Node.Where(node => node.OpType == "Constant" && !IsTaken(node.Output[0])).ToList())
        {
            graph.Node.Remove(node);
        }

        graph.ValueInfo.Clear();
        _model.IrVersion = Math.Max(_model.IrVersion, GraphTensorAccess.FirstWithFreeInitializers);
        return _model.ToByteArray();
    }

    bool IsTaken(string tensor) => IsOutput(tensor) || Takers(tensor).Count > 0;

    void Enter(NodeProto node)
    {
        if (node.OpType == "Constant" && GraphAttributes.Find(node, "value")?.T is { } value)
        {
            _constants[node.Output[0]] = value;
        }

        foreach (var output in node.Output)
        {
            _producers[output] = node;
        }

        foreach (var input in node.Input.Distinct(StringComparer.Ordinal))
        {
            if (!_takers.TryGetValue(input, out var takers))
            {
                _takers[input] = takers = [];
            }

            takers.Add(node);
        }
    }

    void Leave(NodeProto node)
    {
        foreach (var output in node.Output)
        {
            _producers.Remove(output);
        }

        foreach (var input in node.Input.Distinct(StringComparer.Ordinal))
        {
            _takers[input].RemoveAll(taker => ReferenceEquals(taker, node));
        }
    }
}
