using NetVips;

namespace AspireMl.Modeling.Images.Explanations;

/// <summary>Writes pictures as PNG, fast rather than small.</summary>
static class PngWriter
{
    const string Format = ".png[compression=1]";

    /// <summary>One byte a pixel.</summary>
    public static byte[] Grey(ReadOnlySpan<byte> pixels, int width, int height) => Write(pixels, width, height, 1, Enums.Interpretation.Bw);

    /// <summary>Red, green and blue of each pixel.</summary>
    public static byte[] Rgb(ReadOnlySpan<byte> pixels, int width, int height) => Write(pixels, width, height, 3, Enums.Interpretation.Srgb);

    static unsafe byte[] Write(ReadOnlySpan<byte> pixels, int width, int height, int bands, Enums.Interpretation interpretation)
    {
        fixed (byte* first = pixels)
        {
            using var plain = Image.NewFromMemoryCopy((nint)first, (ulong)pixels.Length, width, height, bands, Enums.BandFormat.Uchar);
            using var image = plain.Copy(interpretation: interpretation);
            return image.WriteToBuffer(Format);
        }
    }
}
