using System.Diagnostics;
using AspireMl.Contracts.Images;
using AspireMl.Inference.Api.Capture;
using AspireMl.Inference.Api.Models;
using AspireMl.Inference.Api.Uploads;
using AspireMl.Inference.Api.Work;
using AspireMl.Modeling.Decoding;
using AspireMl.Modeling.Images;
using AspireMl.Modeling.Images.Explanations;
using AspireMl.ServiceDefaults.Refusals;
using AspireMl.Storage.Objects;

namespace AspireMl.Inference.Api.Images;

/// <summary>Says what single images show: bytes to pixels, pixels to labels, answer to the record.</summary>
sealed class ImageClassifications(ModelCatalog models, ImageDecoder decoder, WorkQueue work, CaptureQueue capture, ImageMetrics metrics, TimeProvider time)
{
    /// <summary>Classifies the image of a form.</summary>
    /// <param name="upload">The form.</param>
    /// <param name="question">What is wanted.</param>
    /// <param name="cancellation">Takes the work out of the line, or stops it.</param>
    /// <exception cref="RefusalException">The queue is full, or the model is unknown, not ready or cannot explain.</exception>
    /// <exception cref="ImageRejectedException">The image is not acceptable.</exception>
    public async Task<ImageAnswer> ClassifyAsync(UploadedImage upload, ImageQuestion question, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        var createdAt = time.GetUtcNow();
        using var use = models.UseImages(upload.Model, question.Alias);
        RequireExplainable(use.Model, question);
        var image = await work.RunAsync(cancellation => Classify(use.Model, upload, question, createdAt, cancellation), cancellation);
        metrics.Record(image);
        var record = image.ToRecord(upload.MediaType, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        capture.TryAdd(record, upload.Image, image.ToInference(), image.Pictures?.Grey);
        return image.ToAnswer(question.Top);
    }

    /// <summary>Checks that a question can be answered, without an image.</summary>
    /// <exception cref="RefusalException">The model is unknown, not ready or cannot explain.</exception>
    public void Check(string model, ImageQuestion question)
    {
        using var use = models.UseImages(model, question.Alias);
        RequireExplainable(use.Model, question);
    }

    ClassifiedImage Classify(ImageModel model, UploadedImage upload, ImageQuestion question, DateTimeOffset createdAt, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        using var image = Decode(model, upload, cancellation);
        var decoded = Stopwatch.GetTimestamp();
        var classification = model.Classify([image], question.Explain, cancellation)[0];
        var classified = Stopwatch.GetTimestamp();
        var pictures = classification.HeatMap is { } map ? HeatMapPictures.Of(map, image) : null;
        var times = new ImageTimes(Stopwatch.GetElapsedTime(start, decoded), Stopwatch.GetElapsedTime(decoded, classified), Stopwatch.GetElapsedTime(classified));
        var inferenceId = question.InferenceId ?? Guid.CreateVersion7(createdAt);
        return new(inferenceId, createdAt, model.Card, model.Labels, ObjectKey.Of(upload.Image), classification, image.Width, image.Height, times, pictures);
    }

    DecodedImage Decode(ImageModel model, UploadedImage upload, CancellationToken cancellation)
    {
        try
        {
            return decoder.DecodeSingle(upload.Image, cancellation);
        }
        catch (ImageRejectedException)
        {
            metrics.RecordRefused(model.Card.Name);
            throw;
        }
    }

    static void RequireExplainable(ImageModel model, ImageQuestion question)
    {
        if (question.Explain && !model.CanExplain)
        {
            throw Refusal.Unusable($"The model {model.Card.Name} {model.Card.Version} cannot explain its answers; ask without explain.");
        }
    }
}
