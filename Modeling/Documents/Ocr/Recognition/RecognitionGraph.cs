using System.Buffers.Binary;
using AspireMl.Modeling.Onnx;
using Google.Protobuf;

namespace AspireMl.Modeling.Documents.Ocr.Recognition;

/// <summary>Rewrites the recogniser so that its last layer knows only some of its classes.</summary>
internal static class RecognitionGraph
{
    /// <summary>Cuts the columns of other classes from the last layer's weight and bias.</summary>
    /// <param name="model">The network.</param>
    /// <param name="classes">Its number of classes.</param>
    /// <param name="kept">The classes to keep, in their new order.</param>
    /// <exception cref="InvalidDataException">The network has no such layer.</exception>
    internal static byte[] Keep(byte[] model, int classes, IReadOnlyList<int> kept)
    {
        var graph = ModelProto.Parser.ParseFrom(model);
        var cut = 0;
        foreach (var tensor in Tensors(graph.Graph))
        {
            if (tensor.Dims.Count is 1 or 2 && tensor.Dims[^1] == classes && tensor.DataType == (int)TensorProto.Types.DataType.Float)
            {
                Cut(tensor, classes, kept);
                cut++;
            }
        }

        if (cut < 2)
        {
            throw new InvalidDataException($"The recognition network has no last layer of {classes} classes; check that it belongs to the alphabet file.");
        }

        foreach (var output in graph.Graph.Output)
        {
            var shape = output.Type.TensorType.Shape;
            if (shape is { Dim.Count: > 0 } && shape.Dim[^1].DimValue == classes)
            {
                shape.Dim[^1].DimValue = kept.Count;
            }
        }

        graph.Graph.ValueInfo.Clear();
        return graph.ToByteArray();
    }

    static IEnumerable<TensorProto> Tensors(GraphProto graph) =>
        graph.Initializer.Concat(graph.Node.Where(node => node.OpType == "Constant").SelectMany(node => node.Attribute).Where(attribute => attribute.T is not null).Select(attribute => attribute.T));

    static void Cut(TensorProto tensor, int classes, IReadOnlyList<int> kept)
    {
        var old = GraphTensors.Floats(tensor);
        var rows = old.Length / classes;
        var raw = new byte[rows * kept.Count * sizeof(float)];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < kept.Count; column++)
            {
                var place = ((row * kept.Count) + column) * sizeof(float);
                BinaryPrimitives.WriteSingleLittleEndian(raw.AsSpan(place), old[(row * classes) + kept[column]]);
            }
        }

        tensor.FloatData.Clear();
        tensor.RawData = UnsafeByteOperations.UnsafeWrap(raw);
        tensor.Dims[^1] = kept.Count;
    }
}
