namespace AspireMl.Modeling.Images.Explanations;

/// <summary>Lays a heat map over an image: the warmer a place, the less of the image shows through.</summary>
static class HeatColours
{
    const int Channels = 3;
    const float MostCover = 0.6f;

    static readonly byte[] Colours = [.. Enumerable.Range(0, 256).SelectMany(value => ColourOf(value / 255f))];

    /// <param name="grey">The map, 0 to 255.</param>
    /// <param name="pixels">Red, green and blue of each pixel; changed.</param>
    public static void Lay(ReadOnlySpan<byte> grey, Span<byte> pixels)
    {
        for (var i = 0; i < grey.Length; i++)
        {
            // In 256ths, so that whole numbers suffice.
            var cover = (int)(grey[i] * MostCover);
            for (var channel = 0; channel < Channels; channel++)
            {
                ref var pixel = ref pixels[(Channels * i) + channel];
                pixel = (byte)(((pixel * (256 - cover)) + (Colours[(Channels * grey[i]) + channel] * cover)) >> 8);
            }
        }
    }

    // From blue over green to red, each colour a tent over a third of the range.
    static byte[] ColourOf(float value) => [Tent(value, 1), Tent(value, 0.5f), Tent(value, 0)];

    static byte Tent(float value, float centre) => (byte)(255 * Math.Clamp(1.5f - (3 * MathF.Abs(value - centre)), 0, 1));
}
