using System.Diagnostics;
using AspireMl.Contracts.Images;
using AspireMl.Inference.Api.Capture;
using AspireMl.Inference.Api.Models;
using AspireMl.Inference.Api.Work;
using AspireMl.Modeling.Decoding;
using AspireMl.Modeling.Images;
using AspireMl.ServiceDefaults.Refusals;
using AspireMl.Storage.Objects;

namespace AspireMl.Inference.Api.Images;

/// <summary>Says what the images of a batch show, as one tensor where the graph takes several. One that cannot be read takes its place with an error.</summary>
sealed class ImageBatches(ModelCatalog models, ImageDecoder decoder, WorkQueue work, CaptureQueue capture, ImageMetrics metrics, TimeProvider time)
{
    // Decoded images are classified once they take this much, so that many large ones are never in memory together.
    const long MostPixels = 32_000_000;

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
        var run = new Run(use.Model, batch.Images, createdAt, decoder);
        await work.RunAsync(run.Classify, cancellation);
        var elapsedMs = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return new([.. batch.Images.Select((image, place) => Take(run, place, image, top, elapsedMs))]);
    }

    ImageBatchResult Take(Run run, int place, BatchImage image, int top, double elapsedMs)
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

    /// <summary>The work on one batch; after it each place has an image or an error.</summary>
    sealed class Run(ImageModel model, IReadOnlyList<BatchImage> images, DateTimeOffset createdAt, ImageDecoder decoder)
    {
        readonly List<(int Place, DecodedImage Image, TimeSpan Decode)> _decoded = [];

        public ImageModel Model => model;

        public ClassifiedImage?[] Classified { get; } = new ClassifiedImage?[images.Count];

        public string?[] Errors { get; } = [.. images.Select(image => image.Error)];

        public bool Classify(CancellationToken cancellation)
        {
            try
            {
                var pixels = 0L;
                for (var place = 0; place < images.Count; place++)
                {
                    pixels += Decode(place, cancellation);
                    if (pixels >= MostPixels)
                    {
                        ClassifyDecoded(cancellation);
                        pixels = 0;
                    }
                }

                ClassifyDecoded(cancellation);
                return true;
            }
            finally
            {
                Release();
            }
        }

        long Decode(int place, CancellationToken cancellation)
        {
            if (Errors[place] is not null)
            {
                return 0;
            }

            var start = Stopwatch.GetTimestamp();
            try
            {
                var image = decoder.DecodeSingle(images[place].Bytes, cancellation);
                _decoded.Add((place, image, Stopwatch.GetElapsedTime(start)));
                return (long)image.Width * image.Height;
            }
            catch (ImageRejectedException rejected)
            {
                Errors[place] = rejected.Message;
                return 0;
            }
        }

        void ClassifyDecoded(CancellationToken cancellation)
        {
            if (_decoded.Count == 0)
            {
                return;
            }

            var start = Stopwatch.GetTimestamp();
            var answers = model.Classify([.. _decoded.Select(decoded => decoded.Image)], explain: false, cancellation);
            var share = Stopwatch.GetElapsedTime(start) / answers.Count;
            foreach (var ((place, image, decode), answer) in _decoded.Zip(answers))
            {
                Classified[place] = new(
                    Guid.CreateVersion7(createdAt), createdAt, model.Card, model.Labels, ObjectKey.Of(images[place].Bytes), answer, image.Width, image.Height, new(decode, share));
            }

            Release();
        }

        void Release()
        {
            _decoded.ForEach(decoded => decoded.Image.Dispose());
            _decoded.Clear();
        }
    }
}
