using AspireMl.Contracts.Models;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace AspireMl.Modeling.Onnx;

/// <summary>The tensors that a graph takes and gives.</summary>
/// <param name="Inputs">In the graph's order.</param>
/// <param name="Outputs">In the graph's order.</param>
public sealed record GraphSignature(IReadOnlyList<TensorCard> Inputs, IReadOnlyList<TensorCard> Outputs)
{
    /// <summary>Names of element types that a card may use.</summary>
    internal static readonly IReadOnlyDictionary<TensorElementType, string> TypeNames = new Dictionary<TensorElementType, string>
    {
        [TensorElementType.Float] = "float32",
        [TensorElementType.Double] = "float64",
        [TensorElementType.Float16] = "float16",
        [TensorElementType.BFloat16] = "bfloat16",
        [TensorElementType.Int8] = "int8",
        [TensorElementType.Int16] = "int16",
        [TensorElementType.Int32] = "int32",
        [TensorElementType.Int64] = "int64",
        [TensorElementType.UInt8] = "uint8",
        [TensorElementType.UInt16] = "uint16",
        [TensorElementType.UInt32] = "uint32",
        [TensorElementType.UInt64] = "uint64",
        [TensorElementType.Bool] = "bool",
        [TensorElementType.String] = "string",
    };

    /// <summary>The signature of an open graph.</summary>
    public static GraphSignature Of(InferenceSession session) => new(
        [.. session.InputNames.Select(name => Card(name, session.InputMetadata[name]))],
        [.. session.OutputNames.Select(name => Card(name, session.OutputMetadata[name]))]);

    static TensorCard Card(string name, NodeMetadata metadata) => metadata.IsTensor
        ? new(name, TypeNames.GetValueOrDefault(metadata.ElementDataType, "unknown"), [.. metadata.Dimensions.Select(size => Math.Max(size, -1L))])
        : new(name, metadata.OnnxValueType.ToString(), []);
}
