using System.Diagnostics;
using AspireMl.Contracts.Documents;
using AspireMl.Contracts.Models;
using AspireMl.Inference.Api.Capture;
using AspireMl.Inference.Api.Models;
using AspireMl.Inference.Api.Telemetry;
using AspireMl.Inference.Api.Uploads;
using AspireMl.Inference.Api.Work;
using AspireMl.Modeling.Documents.Readers;
using AspireMl.ServiceDefaults.Refusals;

namespace AspireMl.Inference.Api.Documents;

/// <summary>Answers questions about documents: page to text, text to answer, answer to the record.</summary>
sealed class DocumentQuestions(ModelCatalog models, WorkQueue work, CaptureQueue capture, AnswerMetrics metrics, TimeProvider time)
{
    /// <summary>Answers the form's question.</summary>
    /// <param name="upload">The form.</param>
    /// <param name="cancellation">Takes the work out of the line, or stops it.</param>
    /// <param name="inferenceId">The id to record the answer under, once however often it is given; a new one when null.</param>
    /// <param name="alias">The alias that names the version of the model.</param>
    /// <exception cref="RefusalException">The queue is full, a model is not ready, or the page has no text.</exception>
    public async Task<DocumentAnswer> AnswerAsync(UploadedImage upload, CancellationToken cancellation, Guid? inferenceId = null, string alias = ModelAliases.Champion)
    {
        var start = Stopwatch.GetTimestamp();
        var createdAt = time.GetUtcNow();
        var preparation = models.RequirePreparation();
        using var use = models.UseReader(upload.Model, alias);
        var reader = use.Model;

        var read = await metrics.CountFailuresAsync(
            reader.Card.Name,
            () => work.RunAsync(cancellation => Read(preparation, reader, upload, cancellation), cancellation));

        var answer = read.ToAnswer(inferenceId ?? Guid.CreateVersion7(createdAt), Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        metrics.Record(read, answer);
        capture.TryAdd(read.ToRecord(answer, createdAt, upload), upload.Image);
        return answer;
    }

    static ReadDocument Read(IPagePreparation preparation, IDocumentReader reader, UploadedImage upload, CancellationToken cancellation)
    {
        var document = preparation.Prepare(upload.Image, cancellation);
        if (document.Document.Pages.All(page => page.Lines.Count == 0))
        {
            throw Refusal.Unusable("No text was found on the page; send a sharper or larger image of it.");
        }

        var input = InputMeasurements.Of(document.Document, upload.Question!);
        var start = Stopwatch.GetTimestamp();
        var reading = reader.Read(document.Document, upload.Question!, cancellation);
        return new(document, input, reading, reader.Card, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }
}
