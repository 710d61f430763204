using System.Buffers;

namespace AspireMl.Modeling.Documents.Readers.LayoutLm;

/// <summary>The page's picture as the graph takes it: 3 × 224 × 224, each channel (value / 255 − 0.5) / 0.5.</summary>
sealed class PixelValues : IDisposable
{
    public const int Side = 224;
    const int Plane = Side * Side;

    readonly float[] _buffer = ArrayPool<float>.Shared.Rent(3 * Plane);

    public Memory<float> Values => _buffer.AsMemory(0, 3 * Plane);

    /// <summary>Takes over a picture of 224 × 224 interleaved RGB bytes; an empty one becomes an even grey, the mean.</summary>
    public void Fill(ReadOnlySpan<byte> rgb)
    {
        var values = Values.Span;
        if (rgb.IsEmpty)
        {
            values.Clear();
            return;
        }

        if (rgb.Length != values.Length)
        {
            throw new ArgumentException($"A page's picture must have 224 × 224 × 3 bytes, not {rgb.Length}.", nameof(rgb));
        }

        for (var i = 0; i < Plane; i++)
        {
            values[i] = Normalized(rgb[3 * i]);
            values[Plane + i] = Normalized(rgb[(3 * i) + 1]);
            values[(2 * Plane) + i] = Normalized(rgb[(3 * i) + 2]);
        }
    }

    public void Dispose() => ArrayPool<float>.Shared.Return(_buffer);

    static float Normalized(byte value) => (value / 127.5f) - 1;
}
