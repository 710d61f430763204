using AspireMl.Contracts.Documents;
using AspireMl.Inference.Api.Tests.Harness;

namespace AspireMl.Inference.Api.Tests.RealPipeline;

/// <summary>Pages drawn with known text, read and answered by what is delivered.</summary>
[Collection(SharedPostgres.Name)]
public sealed class GoodPageTests(RealPipelineFixture service) : IClassFixture<RealPipelineFixture>
{
    [Fact]
    public async Task A_page_asked_twice_is_read_once()
    {
        var page = Pages.Receipt("3127");
        var first = await service.Client.AskAsync(page, Pages.Question);
        var second = await service.Client.AskAsync(page, Pages.Question);

        Assert.Equal("span-reader", first.Model.Name);
        Assert.Contains("3127", first.Answer, StringComparison.Ordinal);
        Assert.InRange(first.Confidence, 0, 1);
        Assert.True(first.Timings.OcrMs > 0);
        Assert.Equal((0, 0), (second.Timings.DecodeMs, second.Timings.OcrMs));
        Assert.Equal((first.Answer, first.Confidence), (second.Answer, second.Confidence));
        Assert.Equal(first.Evidence, second.Evidence);
        Assert.NotEqual(first.InferenceId, second.InferenceId);
    }

    [Fact]
    public async Task The_evidence_stands_where_the_answer_was_drawn()
    {
        var answer = await service.Client.AskAsync(Pages.Receipt("4321"), Pages.Question);

        // "4321" begins after "TOTAL " of six characters, each 24 pixels wide, in a row of 28 pixels from 200 on.
        var evidence = Assert.Single(answer.Evidence);
        Assert.Equal(new PageSize(600, 300), answer.Page);
        Assert.InRange(evidence.Box.X, 160, 195);
        Assert.InRange(evidence.Box.Y, 180, 204);
        Assert.InRange(evidence.Box.Y + evidence.Box.Height, 224, 250);
    }

    [Fact]
    public async Task A_page_upside_down_is_answered()
    {
        var answer = await service.Client.AskAsync(Pages.UpsideDownReceipt("7413"), Pages.Question);
        Assert.Contains("7413", answer.Answer, StringComparison.Ordinal);

        // The last line of the page is the first from the top as it was sent.
        Assert.All(answer.Evidence, evidence => Assert.InRange(evidence.Box.Y, 50, 110));
    }

    [Fact]
    public async Task A_jpeg_in_the_colours_of_print_is_answered() => await AssertAnswersAsync(Pages.CmykJpegReceipt("2143"), "2143");

    [Fact]
    public async Task A_png_of_16_bits_a_channel_is_answered() => await AssertAnswersAsync(Pages.SixteenBitPngReceipt("1742"), "1742");

    async Task AssertAnswersAsync(byte[] page, string total)
    {
        var answer = await service.Client.AskAsync(page, Pages.Question);
        Assert.Contains(total, answer.Answer, StringComparison.Ordinal);
    }
}
