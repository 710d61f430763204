using System.Buffers;
using System.Numerics.Tensors;
using AspireMl.Modeling.Decoding;

namespace AspireMl.Modeling.Images.Explanations;

/// <summary>Brings a heat map to the size of a picture, bilinearly.</summary>
static class HeatMapRaster
{
    /// <param name="map">The map.</param>
    /// <param name="image">The image that it lies on.</param>
    /// <param name="width">Width of the picture of the whole image.</param>
    /// <param name="height">Height of that picture.</param>
    /// <param name="grey">Its pixels, 0 to 255; 0 where the graph did not see the image.</param>
    public static void Draw(HeatMap map, DecodedImage image, int width, int height, Span<byte> grey)
    {
        var buffer = ArrayPool<float>.Shared.Rent((map.Rows + 1) * width);
        try
        {
            var wide = buffer.AsSpan(0, map.Rows * width);
            var line = buffer.AsSpan(map.Rows * width, width);
            Widen(map, (float)image.Width / width, wide, width);
            var step = (float)image.Height / height;
            for (var y = 0; y < height; y++)
            {
                var target = grey.Slice(y * width, width);
                if (Place((y + 0.5f) * step, map.Area.Top, map.Area.Height, map.Rows) is not { } place)
                {
                    target.Clear();
                    continue;
                }

                TensorPrimitives.Lerp(wide.Slice(place.First * width, width), wide.Slice(place.Second * width, width), place.Share, line);
                TensorPrimitives.Multiply(line, byte.MaxValue, line);
                TensorPrimitives.Round<float>(line, line);
                TensorPrimitives.ConvertSaturating<float, byte>(line, target);
            }
        }
        finally
        {
            ArrayPool<float>.Shared.Return(buffer);
        }
    }

    // Each row of the map at the width of the picture.
    static void Widen(HeatMap map, float step, Span<float> wide, int width)
    {
        for (var x = 0; x < width; x++)
        {
            var place = Place((x + 0.5f) * step, map.Area.Left, map.Area.Width, map.Columns);
            for (var row = 0; row < map.Rows; row++)
            {
                var values = map.Row(row);
                wide[(row * width) + x] = place is { } at ? float.Lerp(values[at.First], values[at.Second], at.Share) : 0;
            }
        }
    }

    // The two cells around a place, and how near it is to the second; null outside.
    static (int First, int Second, float Share)? Place(float at, float start, float length, int cells)
    {
        if (at < start || at > start + length)
        {
            return null;
        }

        var cell = Math.Clamp(((at - start) / length * cells) - 0.5f, 0, cells - 1);
        var first = (int)cell;
        return (first, Math.Min(first + 1, cells - 1), cell - first);
    }
}
