using System.Buffers;

namespace AspireMl.Modeling.Decoding;

/// <summary>One decoded image: 8-bit RGB, interleaved, upright, in a rented buffer that <see cref="Dispose"/> gives back.</summary>
public sealed class DecodedImage : IDisposable
{
    byte[]? _buffer;

    /// <summary>Rents a buffer for an image of this size.</summary>
    /// <param name="width">Width in pixels, at least 1.</param>
    /// <param name="height">Height in pixels, at least 1.</param>
    public DecodedImage(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        Width = width;
        Height = height;
        _buffer = ArrayPool<byte>.Shared.Rent(checked(width * height * 3));
    }

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>Width × height × 3 bytes: rows from the top, pixels from the left, red, green, blue.</summary>
    /// <exception cref="ObjectDisposedException">The image was disposed of.</exception>
    public Span<byte> Pixels => Memory.Span;

    /// <inheritdoc cref="Pixels"/>
    public Memory<byte> Memory
    {
        get
        {
            ObjectDisposedException.ThrowIf(_buffer is null, this);
            return _buffer.AsMemory(0, Width * Height * 3);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _buffer, null) is { } buffer)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
