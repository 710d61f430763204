using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Google.Protobuf;
using DataType = AspireMl.Modeling.Onnx.TensorProto.Types.DataType;

namespace AspireMl.Modeling.Onnx;

/// <summary>Makes and reads the tensors of a graph.</summary>
static class GraphTensors
{
    public static ValueInfoProto Info<T>(string name, ReadOnlySpan<long> shape)
    {
        var dimensions = new TensorShapeProto();
        foreach (var size in shape)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(size, -1, nameof(shape));
            // A dimension without a value is free, and independent of every other free dimension.
            dimensions.Dim.Add(size < 0 ? new() : new TensorShapeProto.Types.Dimension { DimValue = size });
        }

        var tensor = new TypeProto.Types.Tensor { ElemType = (int)TypeOf<T>(), Shape = dimensions };
        return new() { Name = name, Type = new() { TensorType = tensor } };
    }

    public static TensorProto Of(string name, ReadOnlySpan<long> shape, ReadOnlySpan<float> values)
    {
        var raw = new byte[values.Length * sizeof(float)];
        for (var i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(raw.AsSpan(i * sizeof(float)), values[i]);
        }

        return Of(name, DataType.Float, shape, values.Length, raw);
    }

    public static TensorProto Of(string name, ReadOnlySpan<long> shape, ReadOnlySpan<long> values)
    {
        var raw = new byte[values.Length * sizeof(long)];
        for (var i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(raw.AsSpan(i * sizeof(long)), values[i]);
        }

        return Of(name, DataType.Int64, shape, values.Length, raw);
    }

    /// <summary>The values of a tensor of 32-bit floats, last dimension fastest.</summary>
    public static float[] Floats(TensorProto tensor) =>
        tensor.RawData.IsEmpty ? [.. tensor.FloatData] : MemoryMarshal.Cast<byte, float>(tensor.RawData.Span).ToArray();

    static TensorProto Of(string name, DataType type, ReadOnlySpan<long> shape, int count, byte[] raw)
    {
        var size = 1L;
        foreach (var dimension in shape)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(dimension, nameof(shape));
            size = checked(size * dimension);
        }

        if (size != count)
        {
            throw new ArgumentException($"The tensor {name} holds {size} values by its shape, but {count} were given.", nameof(count));
        }

        var tensor = new TensorProto { Name = name, DataType = (int)type, RawData = UnsafeByteOperations.UnsafeWrap(raw) };
        tensor.Dims.AddRange(shape.ToArray());
        return tensor;
    }

    static DataType TypeOf<T>() => default(T) switch
    {
        float => DataType.Float,
        double => DataType.Double,
        long => DataType.Int64,
        int => DataType.Int32,
        byte => DataType.Uint8,
        bool => DataType.Bool,
        null when typeof(T) == typeof(string) => DataType.String,
        _ => throw new NotSupportedException($"Tensors of {typeof(T)} are not written."),
    };
}
