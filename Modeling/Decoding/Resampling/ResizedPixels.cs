using System.Buffers;

namespace AspireMl.Modeling.Decoding.Resampling;

/// <summary>Images of another size, as pixels.</summary>
internal static class ResizedPixels
{
    const int Channels = 3;

    /// <summary>Resizes an image; its proportions are those of the new size.</summary>
    /// <returns>Width × height × 3 bytes: rows from the top, pixels from the left, red, green, blue.</returns>
    internal static byte[] Of(DecodedImage image, int width, int height)
    {
        var plane = width * height;
        var planes = ArrayPool<float>.Shared.Rent(Channels * plane);
        try
        {
            Resampler.Resize(image, width, height, planes);
            var pixels = new byte[Channels * plane];
            for (var i = 0; i < plane; i++)
            {
                pixels[Channels * i] = Byte(planes[(2 * plane) + i]);
                pixels[(Channels * i) + 1] = Byte(planes[plane + i]);
                pixels[(Channels * i) + 2] = Byte(planes[i]);
            }

            return pixels;
        }
        finally
        {
            ArrayPool<float>.Shared.Return(planes);
        }
    }

    static byte Byte(float value) => (byte)Math.Clamp(MathF.Round(value), 0, 255);
}
