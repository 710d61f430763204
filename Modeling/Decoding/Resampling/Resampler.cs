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
    internal static void Resize(DecodedImage image, int width, int height, Span<float> planes)
    {
        var across = new ResampleWeights(image.Width, width);
        var down = new ResampleWeights(image.Height, height);
        var plane = width * height;
        planes[..(Channels * plane)].Clear();
        var buffer = ArrayPool<float>.Shared.Rent(Channels * width);
        try
        {
            var row = buffer.AsSpan(0, Channels * width);
            var firstTarget = 0;
            for (var y = 0; y < image.Height; y++)
            {
                Across(image.Pixels.Slice(y * image.Width * Channels, image.Width * Channels), across, row, width);
                while (firstTarget < height && down.First(firstTarget) + down.Taps <= y)
                {
                    firstTarget++;
                }

                for (var target = firstTarget; target < height && down.First(target) <= y; target++)
                {
                    var weight = down.Of(target)[y - down.First(target)];
                    if (weight != 0)
                    {
                        for (var c = 0; c < Channels; c++)
                        {
                            var sum = planes.Slice((c * plane) + (target * width), width);
                            TensorPrimitives.MultiplyAdd(row.Slice(c * width, width), weight, sum, sum);
                        }
                    }
                }
            }
        }
        finally
        {
            ArrayPool<float>.Shared.Return(buffer);
        }
    }

    static void Across(ReadOnlySpan<byte> pixels, ResampleWeights weights, Span<float> row, int width)
    {
        var blue = row[..width];
        var green = row.Slice(width, width);
        var red = row.Slice(2 * width, width);
        for (var x = 0; x < width; x++)
        {
            float r = 0, g = 0, b = 0;
            var at = weights.First(x) * Channels;
            foreach (var weight in weights.Of(x))
            {
                if (at >= pixels.Length)
                {
                    break;
                }

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
