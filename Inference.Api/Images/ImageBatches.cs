using System.Diagnostics;
using AspireMl.Contracts.Images;
using AspireMl.Inference.Api.Capture;
using AspireMl.Inference.Api.Models;
using AspireMl.Inference.Api.Work;
using AspireMl.Modeling.Decoding;
using AspireMl.ServiceDefaults.Refusals;

namespace AspireMl.Inference.Api.Images;

/// <summary>Says what the images of a batch show, as one tensor where the graph takes several. One that cannot be read takes its place with an error.</summary>
sealed class ImageBatches(ModelCatalog models, ImageDecoder decoder, WorkQueue work, CaptureQueue capture, ImageMetrics metrics, TimeProvider time)
{
    /// <summary>Classifies the images of a form.</summary>
    /// <param name="batch">The form.</param>
    /// <param name="top">How many labels each image gets.</param>
    /// <param name="cancellation">Takes the work out of the line, or stops it.</param>
    /// <exception cref="RefusalException">The queue is full, or the model is unknown or not ready.</exception>
    public async Task<ImageBatchAnswer> ClassifyAsync(ImageBatch batch, int top, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        var createdAt = time.GetUtcNow();
        using var use = models.UseImages(batch.Model);
        var run = new BatchRun(use.Model, batch.Images, createdAt, decoder);
        await work.RunAsync(run.Classify, cancellation);
        var elapsedMs = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return new([.. batch.Images.Select((image, place) => Take(run, place, image, top, elapsedMs))]);
    }

    ImageBatchResult Take(BatchRun run, int place, BatchImage image, int top, double elapsedMs)
    {
        if (run.Classified[place] is not { } classified)
        {
            metrics.RecordRefused(run.Model.Card.Name);
            return new() { Error = run.Errors[place] };
        }

        metrics.Record(classified);
        capture.TryAdd(classified.ToRecord(image.MediaType, elapsedMs), image.Bytes, classified.ToInference(), heatmap: null);
        return classified.ToResult(top);
    }
}
