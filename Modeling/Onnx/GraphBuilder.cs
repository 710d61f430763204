using Google.Protobuf;

namespace AspireMl.Modeling.Onnx;

/// <summary>
/// Writes an ONNX graph: inputs, outputs, initialisers and nodes, in the order in which they are added.
/// Nodes must be added after the nodes whose outputs they take.
/// </summary>
/// <param name="name">Name of the graph; the producer is AspireMl.</param>
public sealed class GraphBuilder(string name)
{
    /// <summary>The domain of classical machine-learning operators such as <c>TreeEnsembleRegressor</c>.</summary>
    public const string MachineLearning = "ai.onnx.ml";

    // Version 8 of the format belongs to operator set 17; every ONNX Runtime since 1.14 reads it.
    const long FormatVersion = 8;
    const long DefaultOpset = 17;
    const long DefaultMachineLearningOpset = 3;

    readonly GraphProto _graph = new() { Name = name };
    readonly SortedDictionary<string, long> _opsets = new(StringComparer.Ordinal) { [""] = DefaultOpset };
    readonly SortedDictionary<string, string> _metadata = new(StringComparer.Ordinal);

    /// <summary>Adds an input.</summary>
    /// <typeparam name="T">Element type: float, double, long, int, byte, bool or string.</typeparam>
    /// <param name="input">Its name.</param>
    /// <param name="shape">Its dimensions; -1 where free.</param>
    public GraphBuilder Input<T>(string input, params ReadOnlySpan<long> shape)
    {
        _graph.Input.Add(GraphTensors.Info<T>(input, shape));
        return this;
    }

    /// <summary>Adds an output, which a node must produce.</summary>
    /// <inheritdoc cref="Input{T}"/>
    public GraphBuilder Output<T>(string output, params ReadOnlySpan<long> shape)
    {
        _graph.Output.Add(GraphTensors.Info<T>(output, shape));
        return this;
    }

    /// <summary>Adds a constant tensor of 32-bit floats.</summary>
    /// <param name="tensor">Its name.</param>
    /// <param name="shape">Its dimensions; empty for a scalar.</param>
    /// <param name="values">As many values as the shape holds, last dimension fastest.</param>
    public GraphBuilder Initializer(string tensor, ReadOnlySpan<long> shape, ReadOnlySpan<float> values)
    {
        _graph.Initializer.Add(GraphTensors.Of(tensor, shape, values));
        return this;
    }

    /// <summary>Adds a constant tensor of 64-bit integers.</summary>
    /// <inheritdoc cref="Initializer(string, ReadOnlySpan{long}, ReadOnlySpan{float})"/>
    public GraphBuilder Initializer(string tensor, ReadOnlySpan<long> shape, ReadOnlySpan<long> values)
    {
        _graph.Initializer.Add(GraphTensors.Of(tensor, shape, values));
        return this;
    }

    /// <summary>Adds a node of the default operator set.</summary>
    /// <param name="operation">Its operator, for example <c>Gemm</c>.</param>
    /// <param name="inputs">Names of its inputs; an empty name skips an optional one.</param>
    /// <param name="outputs">Names of its outputs.</param>
    /// <param name="attributes">Its attributes, made by <see cref="GraphAttributes"/>.</param>
    public GraphBuilder Node(
        string operation, IEnumerable<string> inputs, IEnumerable<string> outputs, params IEnumerable<AttributeProto> attributes) =>
        NodeOf("", operation, inputs, outputs, attributes);

    /// <summary>Adds a node of another domain, for example <see cref="MachineLearning"/>.</summary>
    /// <inheritdoc cref="Node"/>
    public GraphBuilder NodeOf(
        string domain, string operation, IEnumerable<string> inputs, IEnumerable<string> outputs, params IEnumerable<AttributeProto> attributes)
    {
        if (domain == MachineLearning)
        {
            _opsets.TryAdd(MachineLearning, DefaultMachineLearningOpset);
        }

        var node = new NodeProto { OpType = operation, Name = $"{operation}_{_graph.Node.Count}", Domain = domain };
        node.Input.AddRange(inputs);
        node.Output.AddRange(outputs);
        node.Attribute.AddRange(attributes);
        _graph.Node.Add(node);
        return this;
    }

    /// <summary>Sets the version of a domain's operator set: 17 of the default domain and 3 of <c>ai.onnx.ml</c> otherwise.</summary>
    /// <param name="domain">The domain; empty for the default one.</param>
    /// <param name="version">The version, from 1.</param>
    public GraphBuilder Opset(string domain, long version)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        _opsets[domain] = version;
        return this;
    }

    /// <summary>Adds a note to the model's metadata.</summary>
    public GraphBuilder Metadata(string key, string value)
    {
        _metadata[key] = value;
        return this;
    }

    /// <summary>The model as it is now; the same calls give the same bytes.</summary>
    /// <exception cref="InvalidOperationException">A name is used before it is defined, defined twice, or never produced.</exception>
    public byte[] ToBytes()
    {
        GraphNames.Check(_graph, _opsets);
        var model = new ModelProto { IrVersion = FormatVersion, ProducerName = "AspireMl", Graph = _graph };
        model.OpsetImport.AddRange(_opsets.Select(opset => new OperatorSetIdProto { Domain = opset.Key, Version = opset.Value }));
        model.MetadataProps.AddRange(_metadata.Select(entry => new StringStringEntryProto { Key = entry.Key, Value = entry.Value }));
        return model.ToByteArray();
    }
}
