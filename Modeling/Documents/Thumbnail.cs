using System.Buffers;
using AspireMl.Modeling.Decoding;
using AspireMl.Modeling.Decoding.Resampling;

namespace AspireMl.Modeling.Documents;

/// <summary>The small square picture of a page that readers with an eye for layout get.</summary>
internal static class Thumbnail
{
    internal const int Side = 224;
    const int Channels = 3;

    /// <summary>224 × 224 RGB bytes; the page's proportions are not kept.</summary>
    internal static byte[] Of(DecodedImage page)
    {
        const int plane = Side * Side;
        var planes = ArrayPool<float>.Shared.Rent(Channels * plane);
        try
        {
            Resampler.Resize(page, Side, Side, planes);
            var bytes = new byte[Channels * plane];
            for (var i = 0; i < plane; i++)
            {
                bytes[Channels * i] = Byte(planes[(2 * plane) + i]);
                bytes[(Channels * i) + 1] = Byte(planes[plane + i]);
                bytes[(Channels * i) + 2] = Byte(planes[i]);
            }

            return bytes;
        }
        finally
        {
            ArrayPool<float>.Shared.Return(planes);
        }
    }

    static byte Byte(float value) => (byte)Math.Clamp(MathF.Round(value), 0, 255);
}
