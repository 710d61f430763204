using System.Buffers;
using AspireMl.Modeling.Decoding;
using AspireMl.Modeling.Decoding.Resampling;

namespace AspireMl.Modeling.Images.Explanations;

/// <summary>A heat map as pictures for people.</summary>
/// <param name="Grey">PNG in grey: black is 0, white is 1.</param>
/// <param name="Overlay">PNG of the image with the map laid over it in colours from blue to red.</param>
public sealed record HeatMapPictures(byte[] Grey, byte[] Overlay)
{
    /// <summary>Most pixels of a picture's longer side; pictures of larger images are smaller than these.</summary>
    public const int LongestSide = 1024;

    const int Channels = 3;

    /// <summary>Draws the pictures in the proportions of the image.</summary>
    public static HeatMapPictures Of(HeatMap map, DecodedImage image)
    {
        var shrink = Math.Min(1, (float)LongestSide / Math.Max(image.Width, image.Height));
        var (width, height) = (Math.Max(1, (int)MathF.Round(image.Width * shrink)), Math.Max(1, (int)MathF.Round(image.Height * shrink)));
        var plane = width * height;
        var grey = ArrayPool<byte>.Shared.Rent(plane);
        var overlay = ArrayPool<byte>.Shared.Rent(Channels * plane);
        try
        {
            HeatMapRaster.Draw(map, image, width, height, grey);
            Copy(image, width, height, overlay.AsSpan(0, Channels * plane));
            HeatColours.Lay(grey.AsSpan(0, plane), overlay);
            return new(PngWriter.Grey(grey.AsSpan(0, plane), width, height), PngWriter.Rgb(overlay.AsSpan(0, Channels * plane), width, height));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(grey);
            ArrayPool<byte>.Shared.Return(overlay);
        }
    }

    static void Copy(DecodedImage image, int width, int height, Span<byte> pixels)
    {
        if (width == image.Width && height == image.Height)
        {
            image.Pixels.CopyTo(pixels);
            return;
        }

        var plane = width * height;
        var planes = ArrayPool<float>.Shared.Rent(Channels * plane);
        try
        {
            Resampler.Resize(image, ResampleWindow.Whole(width, height), PlaneOrder.RedGreenBlue, planes);
            for (var channel = 0; channel < Channels; channel++)
            {
                for (var i = 0; i < plane; i++)
                {
                    pixels[(Channels * i) + channel] = (byte)Math.Clamp(MathF.Round(planes[(channel * plane) + i]), 0, byte.MaxValue);
                }
            }
        }
        finally
        {
            ArrayPool<float>.Shared.Return(planes);
        }
    }
}
