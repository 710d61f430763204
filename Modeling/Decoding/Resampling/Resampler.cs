using System.Buffers;
using System.Numerics.Tensors;

namespace AspireMl.Modeling.Decoding.Resampling;

/// <summary>Resizes an image into three planes of floats.</summary>
internal static class Resampler
{
    const int Channels = 3;

    /// <param name="image">The image.</param>
    /// <param name="width">New width.</param>
    /// <param name="height">New height.</param>
    /// <param name="planes">Three planes of width × height values from 0 to 255: blue, green, red.</param>
    internal static void Resize(DecodedImage image, int width, int height, Span<float> planes) =>
        Resize(image, ResampleWindow.Whole(width, height), PlaneOrder.BlueGreenRed, planes);

    /// <param name="image">The image.</param>
    /// <param name="window">The size, and what is wanted of the resized image.</param>
    /// <param name="order">Order of the planes.</param>
    /// <param name="planes">Three planes with the window's width × height values from 0 to 255.</param>
    internal static void Resize(DecodedImage image, ResampleWindow window, PlaneOrder order, Span<float> planes)
    {
        var across = new ResampleWeights(image.Width, window.FullWidth, window.Left, window.Width);
        var down = new ResampleWeights(image.Height, window.FullHeight, window.Top, window.Height);
        var plane = window.Width * window.Height;
        var (red, blue) = order == PlaneOrder.RedGreenBlue ? (0, 2 * plane) : (2 * plane, 0);
        var rowLength = image.Width * Channels;
        var buffer = ArrayPool<float>.Shared.Rent(2 * rowLength);
        try
        {
            // Down before across: whole rows are added by vector instructions, and only rows that are wanted go across.
            var sum = buffer.AsSpan(0, rowLength);
            var row = buffer.AsSpan(rowLength, rowLength);
            for (var y = 0; y < window.Height; y++)
            {
                Down(image.Pixels, down.First(y), down.Of(y), sum, row);
                var at = y * window.Width;
                Across(sum, across, planes.Slice(red + at, window.Width), planes.Slice(plane + at, window.Width), planes.Slice(blue + at, window.Width));
            }
        }
        finally
        {
            ArrayPool<float>.Shared.Return(buffer);
        }
    }

    static void Down(ReadOnlySpan<byte> pixels, int first, ReadOnlySpan<float> weights, Span<float> sum, Span<float> row)
    {
        sum.Clear();
        for (var t = 0; t < weights.Length; t++)
        {
            if (weights[t] != 0)
            {
                TensorPrimitives.ConvertTruncating(pixels.Slice((first + t) * row.Length, row.Length), row);
                TensorPrimitives.MultiplyAdd(row, weights[t], sum, sum);
            }
        }
    }

    static void Across(ReadOnlySpan<float> pixels, ResampleWeights weights, Span<float> red, Span<float> green, Span<float> blue)
    {
        for (var x = 0; x < red.Length; x++)
        {
            float r = 0, g = 0, b = 0;
            var at = weights.First(x) * Channels;
            foreach (var weight in weights.Of(x))
            {
                r += weight * pixels[at];
                g += weight * pixels[at + 1];
                b += weight * pixels[at + 2];
                at += Channels;
            }

            red[x] = r;
            green[x] = g;
            blue[x] = b;
        }
    }
}
