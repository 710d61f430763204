using AspireMl.Contracts.Documents;
using AspireMl.Contracts.Inferences;
using AspireMl.Contracts.Models;
using AspireMl.Inference.Api.Telemetry;
using AspireMl.Inference.Api.Uploads;
using AspireMl.Modeling.Documents;
using AspireMl.Modeling.Documents.Readers;

namespace AspireMl.Inference.Api.Documents;

/// <summary>A document, the answer that was read in it, and by which model.</summary>
sealed record ReadDocument(PreparedDocument Prepared, InputMeasurements Input, DocumentReading Reading, ModelCard Card, double ReadMs)
{
    public DocumentAnswer ToAnswer(Guid inferenceId, double totalMs) => new(
        inferenceId,
        new(Card.Name, Card.Version),
        Reading.Answer,
        Reading.Confidence,
        Reading.Evidence,
        PageOfAnswer,
        new(Prepared.DecodeMs, Prepared.OcrMs, ReadMs, totalMs));

    public InferenceRecord ToRecord(DocumentAnswer answer, DateTimeOffset createdAt, UploadedImage upload) => new()
    {
        InferenceId = answer.InferenceId,
        CreatedAt = createdAt,
        Task = Card.Task,
        Model = answer.Model,
        InputHash = Prepared.InputHash,
        MediaType = upload.MediaType,
        Question = upload.Question!,
        Answer = answer.Answer,
        Confidence = answer.Confidence,
        Evidence = answer.Evidence,
        Page = answer.Page,
        Timings = answer.Timings,
        ElapsedMs = answer.Timings.TotalMs,
        Words = [.. Prepared.Document.Pages.SelectMany(page => page.Lines).SelectMany(line => line.Words)],
        Features = new Dictionary<string, double>([.. Reading.Features, .. Input.ToFeatures()]) { ["confidence"] = Reading.Confidence },
    };

    PageSize PageOfAnswer
    {
        get
        {
            var pages = Prepared.Document.Pages;
            var page = Reading.Evidence is [var first, ..] ? pages[first.Page - 1] : pages[0];
            return new(page.Width, page.Height);
        }
    }
}
