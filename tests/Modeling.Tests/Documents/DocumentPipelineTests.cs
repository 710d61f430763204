using System.Security.Cryptography;
using AspireMl.Modeling.Decoding;
using AspireMl.Modeling.Documents;
using AspireMl.Modeling.Documents.Ocr;
using AspireMl.Modeling.Tests.Decoding;
using AspireMl.Modeling.Tests.Documents.Ocr;

namespace AspireMl.Modeling.Tests.Documents;

[Collection("OCR")]
public sealed class DocumentPipelineTests(OcrEngineFixture fixture) : IDisposable
{
    readonly ImageDecoder _decoder = new(new DecodeOptions());

    public void Dispose() => _decoder.Dispose();

    [Fact]
    public void Prepare_reads_a_page_once()
    {
        var pipeline = Pipeline();
        using var page = BitmapFont.Blank(400, 200);
        BitmapFont.Write(page, 40, 60, 4, "TOTAL 1234");
        using var image = TestImages.FromRgb(page.Pixels.ToArray(), page.Width, page.Height);
        var png = image.WriteToBuffer(".png");

        var first = pipeline.Prepare(png);
        Assert.False(first.Cached);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(png)), first.InputHash);
        Assert.Equal("TOTAL 1234", Assert.Single(Assert.Single(first.Document.Pages).Lines).Text.ToUpperInvariant());
        Assert.Equal(224 * 224 * 3, Assert.Single(first.Document.Thumbnails).Length);
        Assert.True(first.DecodeMs > 0 && first.OcrMs > 0);

        var second = pipeline.Prepare(png);
        Assert.Equal(first with { DecodeMs = 0, OcrMs = 0, Cached = true }, second);
    }

    [Fact]
    public void Prepare_numbers_the_pages()
    {
        var document = Pipeline().Prepare(TestImages.Tiff(3)).Document;
        Assert.Equal([1, 2, 3], document.Pages.Select(page => page.Number));
        Assert.Equal(3, document.Thumbnails.Count);
    }

    [Fact]
    public void Prepare_passes_on_why_a_file_is_rejected() =>
        Assert.Throws<ImageRejectedException>(() => Pipeline().Prepare("no image"u8.ToArray()));

    [Fact]
    public void A_thumbnail_keeps_the_colours_in_their_places()
    {
        var thumbnail = Pipeline().Prepare(TestImages.Png(640, 480)).Document.Thumbnails[0];
        Assert.Equal([255, 0, 0], thumbnail[..3]);
        Assert.Equal([255, 255, 255], thumbnail[^3..]);
        Assert.Equal([0, 255, 0], thumbnail[(223 * 3)..(224 * 3)]);
    }

    DocumentPipeline Pipeline() => new(_decoder, fixture.Engine, new OcrCache(new OcrCacheOptions()));
}
