using AspireMl.Modeling.Decoding;
using AspireMl.Modeling.Tests.Decoding;
using AspireMl.Modeling.Tests.Documents.Ocr;
using NetVips;

namespace AspireMl.Inference.Api.Tests.RealPipeline;

/// <summary>Pages with known text, drawn for a test.</summary>
static class Pages
{
    public const string Question = "What is the total?";

    public static byte[] Blank()
    {
        using var page = BitmapFont.Blank(500, 700);
        return Png(page);
    }

    /// <summary>A page with a total on it.</summary>
    /// <param name="total">Of the digits 1, 2, 3, 4 and 7.</param>
    public static byte[] Receipt(string total)
    {
        using var page = Draw(total);
        return Png(page);
    }

    public static byte[] UpsideDownReceipt(string total)
    {
        using var page = Draw(total);
        using var side = BitmapFont.Turn(page);
        using var upsideDown = BitmapFont.Turn(side);
        return Png(upsideDown);
    }

    public static byte[] CmykJpegReceipt(string total) => Convert(total, Enums.Interpretation.Cmyk, ".jpg[Q=95]");

    public static byte[] SixteenBitPngReceipt(string total) => Convert(total, Enums.Interpretation.Rgb16, ".png");

    static DecodedImage Draw(string total)
    {
        var page = BitmapFont.Blank(600, 300);
        BitmapFont.Write(page, 40, 40, 4, "TEN LINE HERE");
        BitmapFont.Write(page, 40, 120, 4, "TEN 2743");
        BitmapFont.Write(page, 40, 200, 4, $"TOTAL {total}");
        return page;
    }

    static byte[] Png(DecodedImage page)
    {
        using var image = TestImages.FromRgb(page.Pixels.ToArray(), page.Width, page.Height);
        return image.WriteToBuffer(".png");
    }

    static byte[] Convert(string total, Enums.Interpretation colours, string format)
    {
        using var page = Draw(total);
        using var image = TestImages.FromRgb(page.Pixels.ToArray(), page.Width, page.Height);
        using var converted = image.Colourspace(colours);
        return converted.WriteToBuffer(format);
    }
}
