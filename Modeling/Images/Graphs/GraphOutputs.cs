using Microsoft.ML.OnnxRuntime;

namespace AspireMl.Modeling.Images.Graphs;

/// <summary>What a graph gave for images, in ONNX Runtime's memory.</summary>
sealed class GraphOutputs(IDisposableReadOnlyCollection<OrtValue> values, int images, bool hasEmbedding) : IDisposable
{
    /// <summary>The logits of an image.</summary>
    public ReadOnlySpan<float> Logits(int image) => Part(0, image);

    /// <summary>The embedding of an image; empty when the graph gives none.</summary>
    public ReadOnlySpan<float> Embedding(int image) => hasEmbedding ? Part(1, image) : [];

    /// <summary>The maps of an image, channel by channel; they must have been asked for.</summary>
    public ReadOnlySpan<float> Maps(int image) => Part(values.Count - 1, image);

    /// <summary>Rows and columns of a map.</summary>
    public (int Rows, int Columns) MapSize => values[values.Count - 1].GetTensorTypeAndShape().Shape is [_, _, var rows, var columns]
        ? ((int)rows, (int)columns)
        : throw new InvalidOperationException("The graph gave maps that do not have four dimensions: images, channels, rows and columns.");

    public void Dispose() => values.Dispose();

    ReadOnlySpan<float> Part(int output, int image)
    {
        var all = values[output].GetTensorDataAsSpan<float>();
        var length = all.Length / images;
        return length * images == all.Length
            ? all.Slice(image * length, length)
            : throw new InvalidOperationException($"The graph gave {all.Length} values for {images} images.");
    }
}
