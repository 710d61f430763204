using AspireMl.Modeling.Decoding;

namespace AspireMl.Modeling.Tests.Decoding;

public sealed class ImageDecoderTests : IDisposable
{
    readonly ImageDecoder _decoder = new(new DecodeOptions());

    public void Dispose() => _decoder.Dispose();

    [Theory]
    [InlineData(".jpg[Q=95]")]
    [InlineData(".png")]
    [InlineData(".webp[lossless=true]")]
    [InlineData(".tif")]
    [InlineData(".png[palette=true]")]
    public void Decode_reads_every_supported_format(string format) =>
        AssertQuarters(TestImages.Encode(64, 48, format));

    [Fact]
    public void Decode_brings_cmyk_to_rgb()
    {
        // Pure green and blue cannot be printed; red nearly, white wholly.
        using var page = Assert.Single(_decoder.Decode(TestImages.CmykJpeg()));
        AssertNear(page, 5, 5, Colour('R'), 60);
        AssertNear(page, 58, 42, Colour('W'), 5);
    }

    [Fact]
    public void Decode_brings_16_bits_to_8() => AssertQuarters(TestImages.SixteenBitPng());

    [Fact]
    public void Decode_brings_grey_to_rgb()
    {
        using var page = Assert.Single(_decoder.Decode(TestImages.GreyPng()));
        Assert.Equal(64 * 48 * 3, page.Pixels.Length);
        Assert.True(page.Pixels[0] == page.Pixels[1] && page.Pixels[1] == page.Pixels[2]);
        Assert.Equal(255, page.Pixels[^1]);
    }

    [Fact]
    public void Decode_lays_transparent_pixels_on_white()
    {
        using var page = Assert.Single(_decoder.Decode(TestImages.TransparentPng()));
        Assert.Equal(-1, page.Pixels.IndexOfAnyExcept((byte)255));
    }

    [Fact]
    public void Decode_reads_all_pages_of_a_tiff_in_order()
    {
        var pages = _decoder.Decode(TestImages.Tiff(3));
        Assert.Equal(3, pages.Count);
        Assert.All(pages, page => Assert.Equal((64, 48), (page.Width, page.Height)));
        AssertNear(pages[0], 5, 5, (255, 0, 0), 0);
        AssertNear(pages[2], 5, 40, (0, 0, 255), 0);
        foreach (var page in pages)
        {
            page.Dispose();
        }
    }

    // The quarters as seen on the upright page: top left, top right, bottom left, bottom right.
    [Theory]
    [InlineData(1, "RGBW")]
    [InlineData(2, "GRWB")]
    [InlineData(3, "WBGR")]
    [InlineData(4, "BWRG")]
    [InlineData(5, "RBGW")]
    [InlineData(6, "BRWG")]
    [InlineData(7, "WGBR")]
    [InlineData(8, "GWRB")]
    public void Decode_applies_the_exif_orientation(int orientation, string quarters)
    {
        using var page = Assert.Single(_decoder.Decode(TestImages.OrientedJpeg(orientation)));
        Assert.Equal(orientation >= 5 ? (48, 64) : (64, 48), (page.Width, page.Height));
        var (right, bottom) = (page.Width - 6, page.Height - 6);
        AssertNear(page, 5, 5, Colour(quarters[0]), 40);
        AssertNear(page, right, 5, Colour(quarters[1]), 40);
        AssertNear(page, 5, bottom, Colour(quarters[2]), 40);
        AssertNear(page, right, bottom, Colour(quarters[3]), 40);
    }

    [Fact]
    public void Decode_uses_pooled_memory_for_the_pixels()
    {
        var jpeg = TestImages.Jpeg(1000, 800);
        for (var i = 0; i < 3; i++)
        {
            _decoder.Decode(jpeg)[0].Dispose();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        _decoder.Decode(jpeg)[0].Dispose();
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000);
    }

    [Fact]
    public void A_disposed_page_cannot_be_read()
    {
        var page = _decoder.Decode(TestImages.Png())[0];
        page.Dispose();
        page.Dispose();
        Assert.Throws<ObjectDisposedException>(() => page.Pixels.Length);
    }

    [Fact]
    public void Decode_serves_many_threads()
    {
        var jpeg = TestImages.Jpeg();
        Parallel.For(0, 40, _ =>
        {
            using var page = _decoder.Decode(jpeg)[0];
            AssertNear(page, 5, 5, (255, 0, 0), 40);
        });
    }

    void AssertQuarters(byte[] file)
    {
        const int tolerance = 40;
        using var page = Assert.Single(_decoder.Decode(file));
        Assert.Equal((64, 48), (page.Width, page.Height));
        AssertNear(page, 5, 5, Colour('R'), tolerance);
        AssertNear(page, 58, 5, Colour('G'), tolerance);
        AssertNear(page, 5, 42, Colour('B'), tolerance);
        AssertNear(page, 58, 42, Colour('W'), tolerance);
    }

    static (int R, int G, int B) Colour(char quarter) => quarter switch
    {
        'R' => (255, 0, 0),
        'G' => (0, 255, 0),
        'B' => (0, 0, 255),
        _ => (255, 255, 255),
    };

    static void AssertNear(DecodedImage page, int x, int y, (int R, int G, int B) expected, int tolerance)
    {
        var at = ((y * page.Width) + x) * 3;
        Assert.InRange(page.Pixels[at] - expected.R, -tolerance, tolerance);
        Assert.InRange(page.Pixels[at + 1] - expected.G, -tolerance, tolerance);
        Assert.InRange(page.Pixels[at + 2] - expected.B, -tolerance, tolerance);
    }
}
