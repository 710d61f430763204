using System.Runtime.InteropServices;
using AspireMl.Modeling.Decoding.Resampling;
using NetVips;

namespace AspireMl.Modeling.Decoding;

/// <summary>Small pictures of images, for people to look at.</summary>
public static class ImagePreview
{
    const string Format = ".jpg[Q=85,strip]";
    const int Channels = 3;

    /// <summary>A JPEG of an image whose longer side has at most so many pixels; small images are not enlarged.</summary>
    /// <param name="image">The image.</param>
    /// <param name="side">Most pixels of a side, at least 1.</param>
    public static byte[] Jpeg(DecodedImage image, int side)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentOutOfRangeException.ThrowIfLessThan(side, 1);
        var scale = Math.Min(1, side / (double)Math.Max(image.Width, image.Height));
        var (width, height) = (Math.Max(1, (int)Math.Round(image.Width * scale)), Math.Max(1, (int)Math.Round(image.Height * scale)));
        var pixels = scale < 1 ? ResizedPixels.Of(image, width, height) : image.Pixels.ToArray();
        var pinned = GCHandle.Alloc(pixels, GCHandleType.Pinned);
        try
        {
            using var plain = Image.NewFromMemoryCopy(pinned.AddrOfPinnedObject(), (ulong)pixels.Length, width, height, Channels, Enums.BandFormat.Uchar);
            using var coloured = plain.Copy(interpretation: Enums.Interpretation.Srgb);
            return coloured.WriteToBuffer(Format);
        }
        finally
        {
            pinned.Free();
        }
    }
}
