using System.Diagnostics;
using AspireMl.Modeling.Decoding;
using AspireMl.Modeling.Images;
using AspireMl.Storage.Objects;

namespace AspireMl.Inference.Api.Images;

/// <summary>The work on one batch; after it each place has an image or an error.</summary>
sealed class BatchRun(ImageModel model, IReadOnlyList<BatchImage> images, DateTimeOffset createdAt, ImageDecoder decoder)
{
    // Decoded images are classified once they take this much, so that many large ones are never in memory together.
    const long MostPixels = 32_000_000;

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
