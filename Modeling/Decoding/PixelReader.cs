using NetVips;

namespace AspireMl.Modeling.Decoding;

/// <summary>Pulls the pixels of an opened image: any colour space and depth to 8-bit RGB, alpha on white, upright.</summary>
internal static class PixelReader
{
    const int Channels = 3;
    static readonly double[] White = [255];

    internal static unsafe DecodedImage Read(Image image)
    {
        var orientation = image.Contains("orientation") ? (int)image.Get("orientation") : Orientation.Upright;
        using var coloured = image.Colourspace(Enums.Interpretation.Srgb);
        using var opaque = coloured.HasAlpha() ? coloured.Flatten(White) : coloured.Copy();
        using var bytes = opaque.Cast(Enums.BandFormat.Uchar);
        using var rgb = bytes.Bands == Channels ? bytes.Copy() : bytes.ExtractBand(0, Channels);

        var memory = rgb.WriteToMemory(out var size);
        try
        {
            var (width, height) = Orientation.Transposes(orientation) ? (rgb.Height, rgb.Width) : (rgb.Width, rgb.Height);
            var page = new DecodedImage(width, height);
            Orientation.Apply(new ReadOnlySpan<byte>((void*)memory, checked((int)size)), rgb.Width, rgb.Height, orientation, page.Pixels);
            return page;
        }
        finally
        {
            NetVips.NetVips.Free(memory);
        }
    }
}
