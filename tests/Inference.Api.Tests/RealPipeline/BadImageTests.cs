using System.Net.Http.Json;
using AspireMl.Contracts.Documents;
using AspireMl.Inference.Api.Tests.Harness;
using AspireMl.Modeling.Tests.Decoding;

namespace AspireMl.Inference.Api.Tests.RealPipeline;

/// <summary>What bad images get from the decoder and the OCR that are delivered, and that they harm nobody else.</summary>
[Collection(SharedPostgres.Name)]
public sealed class BadImageTests(RealPipelineFixture service) : IClassFixture<RealPipelineFixture>
{
    static readonly byte[] Good = Pages.Receipt("1234");

    [Theory]
    [InlineData("65500 x 65500 jpeg", 413)]
    [InlineData("png bomb", 413)]
    [InlineData("11 pages", 413)]
    [InlineData("animated webp", 422)]
    [InlineData("animated png", 422)]
    [InlineData("truncated jpeg", 422)]
    [InlineData("truncated png", 422)]
    [InlineData("jpeg magic only", 422)]
    [InlineData("1 x 1", 422)]
    [InlineData("text", 422)]
    [InlineData("pdf", 415)]
    [InlineData("gif", 415)]
    public async Task A_bad_image_gets_one_sentence_and_the_next_good_one_an_answer(string kind, int status)
    {
        var image = Make(kind);
        using var ask = await service.Client.PostAsync("/v1/documents/ask", Forms.Ask(image));
        using var read = await service.Client.PostAsync("/v1/documents/ocr", Forms.Image(image));

        AssertOneSentence(await ask.AssertProblemAsync(status));
        AssertOneSentence(await read.AssertProblemAsync(status));
        await AssertServesAsync();
    }

    [Fact]
    public async Task A_blank_page_cannot_be_asked_and_has_no_lines()
    {
        var blank = Pages.Blank();
        using var ask = await service.Client.PostAsync("/v1/documents/ask", Forms.Ask(blank));
        using var read = await service.Client.PostAsync("/v1/documents/ocr", Forms.Image(blank));

        Assert.Contains("No text was found", await ask.AssertProblemAsync(422), StringComparison.Ordinal);
        Assert.True(read.IsSuccessStatusCode);
        var result = await read.Content.ReadFromJsonAsync<OcrResult>();
        Assert.Equal(new PageSize(500, 700), result!.Page);
        Assert.Empty(result.Lines);
        await AssertServesAsync();
    }

    [Fact]
    public async Task Bad_images_at_once_do_not_keep_a_good_one_from_its_answer()
    {
        (string Kind, int Status)[] bad = [("65500 x 65500 jpeg", 413), ("png bomb", 413), ("truncated jpeg", 422), ("animated webp", 422)];
        var refusals = bad.Select(image => service.Client.PostAsync("/v1/documents/ask", Forms.Ask(Make(image.Kind)))).ToArray();
        await AssertServesAsync();

        foreach (var (refusal, image) in refusals.Zip(bad))
        {
            using var response = await refusal;
            await response.AssertProblemAsync(image.Status);
        }
    }

    async Task AssertServesAsync() => Assert.Contains("1234", (await service.Client.AskAsync(Good, Pages.Question)).Answer, StringComparison.Ordinal);

    static void AssertOneSentence(string detail)
    {
        Assert.DoesNotContain('\n', detail);
        Assert.DoesNotContain(". ", detail, StringComparison.Ordinal);
    }

    static byte[] Make(string kind) => kind switch
    {
        "65500 x 65500 jpeg" => TestImages.JpegClaiming(65500, 65500),
        "png bomb" => TestImages.PngBomb(),
        "11 pages" => TestImages.Tiff(11),
        "animated webp" => TestImages.AnimatedWebP(),
        "animated png" => TestImages.AnimatedPng(),
        "truncated jpeg" => Half(TestImages.Jpeg(400, 300)),
        "truncated png" => Half(TestImages.Png(400, 300)),
        "jpeg magic only" => [0xFF, 0xD8, 0xFF, 0xE0],
        "1 x 1" => TestImages.Png(1, 1),
        "text" => "This is a letter, not an image of one."u8.ToArray(),
        "pdf" => "%PDF-1.7"u8.ToArray(),
        "gif" => [.. "GIF89a"u8, 1, 0, 1, 0, 0, 0, 0, 0x3B],
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    static byte[] Half(byte[] file) => file[..(file.Length / 2)];
}
