using AspireMl.Contracts.Documents;
using AspireMl.Inference.Api.Models;
using AspireMl.Inference.Api.Telemetry;
using AspireMl.Inference.Api.Uploads;
using AspireMl.Inference.Api.Work;

namespace AspireMl.Inference.Api.Documents;

/// <summary>Reads the text of documents without asking anything.</summary>
sealed class DocumentTexts(ModelCatalog models, WorkQueue work, InferenceMetrics metrics)
{
    public async Task<OcrResult> ReadAsync(UploadedImage upload, CancellationToken cancellation)
    {
        var preparation = models.RequirePreparation();
        var prepared = await work.RunAsync(cancellation => preparation.Prepare(upload.Image, cancellation), cancellation);
        metrics.RecordOcrCacheLookup(prepared.Cached);
        var pages = prepared.Document.Pages;
        return new(
            new(pages[0].Width, pages[0].Height),
            [.. pages.SelectMany(page => page.Lines.Select(line => line with { PageNumber = page.Number }))]);
    }
}
