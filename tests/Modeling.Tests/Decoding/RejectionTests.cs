using AspireMl.Modeling.Decoding;

namespace AspireMl.Modeling.Tests.Decoding;

public sealed class RejectionTests : IDisposable
{
    readonly ImageDecoder _decoder = new(new DecodeOptions());

    public void Dispose() => _decoder.Dispose();

    public static TheoryData<string, ImageRejection> BadImages => new()
    {
        { "empty", ImageRejection.UnsupportedFormat },
        { "text", ImageRejection.UnsupportedFormat },
        { "gif", ImageRejection.UnsupportedFormat },
        { "svg", ImageRejection.UnsupportedFormat },
        { "pdf", ImageRejection.UnsupportedFormat },
        { "jpeg magic only", ImageRejection.Unreadable },
        { "truncated jpeg", ImageRejection.Unreadable },
        { "truncated png", ImageRejection.Unreadable },
        { "truncated webp", ImageRejection.Unreadable },
        { "truncated tiff", ImageRejection.Unreadable },
        { "animated webp", ImageRejection.Unreadable },
        { "animated png", ImageRejection.Unreadable },
        { "65500 x 65500 jpeg", ImageRejection.TooLarge },
        { "png bomb", ImageRejection.TooLarge },
        { "11 pages", ImageRejection.TooLarge },
        { "1 x 1", ImageRejection.TooSmall },
    };

    [Theory]
    [MemberData(nameof(BadImages))]
    public void Decode_rejects_a_bad_image_with_its_reason(string kind, ImageRejection reason)
    {
        var rejection = Assert.Throws<ImageRejectedException>(() => _decoder.Decode(Make(kind)));
        Assert.Equal(reason, rejection.Reason);
        Assert.EndsWith(".", rejection.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', rejection.Message);
    }

    [Fact]
    public void Decode_bounds_all_pages_together()
    {
        using var decoder = new ImageDecoder(new DecodeOptions { MaxPixels = 10_000, MaxTotalPixels = 20_000 });
        foreach (var page in decoder.Decode(TestImages.Tiff(2, 100, 100)))
        {
            page.Dispose();
        }

        Assert.Equal(
            ImageRejection.TooLarge,
            Assert.Throws<ImageRejectedException>(() => decoder.Decode(TestImages.Tiff(3, 100, 100))).Reason);
    }

    [Fact]
    public void DecodeSingle_takes_one_image_and_refuses_several_pages()
    {
        using var image = _decoder.DecodeSingle(TestImages.Tiff(1));

        var rejection = Assert.Throws<ImageRejectedException>(() => _decoder.DecodeSingle(TestImages.Tiff(2)));

        Assert.Equal(64, image.Width);
        Assert.Equal(ImageRejection.Unreadable, rejection.Reason);
        Assert.Equal("The file has 2 pages; send a single image.", rejection.Message);
    }

    [Fact]
    public void Decode_still_works_after_rejections()
    {
        foreach (var row in BadImages)
        {
            var file = Make((string)row[0]);
            Assert.Throws<ImageRejectedException>(() => _decoder.Decode(file));
        }

        using var page = Assert.Single(_decoder.Decode(TestImages.Png()));
        Assert.Equal(64, page.Width);
    }

    [Fact]
    public void Decode_stops_waiting_when_cancelled()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => _decoder.Decode(TestImages.Png(), stop.Token));
    }

    static byte[] Make(string kind) => kind switch
    {
        "empty" => [],
        "text" => "Total 12.50"u8.ToArray(),
        "gif" => [.. "GIF89a"u8, 1, 0, 1, 0, 0, 0, 0, 0x3B],
        "svg" => "<svg xmlns='http://www.w3.org/2000/svg' width='99' height='99'/>"u8.ToArray(),
        "pdf" => "%PDF-1.7"u8.ToArray(),
        "jpeg magic only" => [0xFF, 0xD8, 0xFF, 0xE0],
        "truncated jpeg" => Half(TestImages.Jpeg(400, 300)),
        "truncated png" => Half(TestImages.Png(400, 300)),
        "truncated webp" => Half(TestImages.Encode(400, 300, ".webp")),
        "truncated tiff" => Half(TestImages.Tiff(1)),
        "animated webp" => TestImages.AnimatedWebP(),
        "animated png" => TestImages.AnimatedPng(),
        "65500 x 65500 jpeg" => TestImages.JpegClaiming(65500, 65500),
        "png bomb" => TestImages.PngBomb(),
        "11 pages" => TestImages.Tiff(11),
        "1 x 1" => TestImages.Png(1, 1),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    static byte[] Half(byte[] file) => file[..(file.Length / 2)];
}
