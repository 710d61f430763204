using AspireMl.Modeling.Decoding;
using AspireMl.Modeling.Decoding.Resampling;

namespace AspireMl.Modeling.Documents;

/// <summary>The small square picture of a page that readers with an eye for layout get.</summary>
internal static class Thumbnail
{
    internal const int Side = 224;

    /// <summary>224 × 224 RGB bytes; the page's proportions are not kept.</summary>
    internal static byte[] Of(DecodedImage page) => ResizedPixels.Of(page, Side, Side);
}
