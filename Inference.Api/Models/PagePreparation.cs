using AspireMl.Modeling.Decoding;
using AspireMl.Modeling.Documents;
using AspireMl.Modeling.Documents.Ocr;

namespace AspireMl.Inference.Api.Models;

/// <summary>The pipeline of decoding and OCR, and what it is made of.</summary>
sealed class PagePreparation : IPagePreparation
{
    const int WarmUpSide = 320;

    readonly OcrEngine _engine;
    readonly DocumentPipeline _pipeline;

    PagePreparation(ImageDecoder decoder, OcrEngine engine, OcrCache cache)
    {
        _engine = engine;
        _pipeline = new(decoder, engine, cache);
    }

    /// <summary>Loads the networks and runs them once, so that the first request does not wait for their set-up.</summary>
    public static PagePreparation Open(ImageDecoder decoder, OcrOptions ocr, OcrCacheOptions cache)
    {
        var engine = new OcrEngine(ocr);
        using var page = new DecodedImage(WarmUpSide, WarmUpSide);
        page.Pixels.Fill(byte.MaxValue);
        engine.Read(page, 1);
        return new(decoder, engine, new OcrCache(cache));
    }

    public PreparedDocument Prepare(ReadOnlyMemory<byte> image, CancellationToken cancellation) => _pipeline.Prepare(image, cancellation);

    public void Dispose() => _engine.Dispose();
}
