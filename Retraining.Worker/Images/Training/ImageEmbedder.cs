using AspireMl.Contracts.ImageDatasets;
using AspireMl.Modeling.Decoding;
using AspireMl.Modeling.Images;
using AspireMl.Storage.Objects;

namespace AspireMl.Retraining.Worker.Images.Training;

/// <summary>Shows images of a dataset to a model, several beside each other. The same images come in the same groups, so that the numbers are the same each time.</summary>
internal sealed class ImageEmbedder(ImageModel model, ImageDecoder decoder, IObjectStore objects)
{
    const int ImagesAtOnce = 16;

    /// <summary>What the model says of each image, and of its further views.</summary>
    /// <param name="entries">Images that can be decoded.</param>
    /// <param name="augmentation">Makes further views, or null for none.</param>
    /// <param name="progress">Told of how many images are done.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Image by image: the image itself first, then its views.</returns>
    public async Task<IReadOnlyList<IReadOnlyList<ImageClassification>>> RunAsync(
        IReadOnlyList<ImageEntry> entries, Augmentation? augmentation, Action<int> progress, CancellationToken cancellation)
    {
        var answers = new IReadOnlyList<ImageClassification>[entries.Count];
        var done = 0;
        await Parallel.ForAsync(
            0,
            (entries.Count + ImagesAtOnce - 1) / ImagesAtOnce,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation },
            async (group, cancellation) =>
            {
                var first = group * ImagesAtOnce;
                var count = Math.Min(ImagesAtOnce, entries.Count - first);
                for (var at = first; at < first + count; at++)
                {
                    answers[at] = await ShowAsync(entries[at], augmentation, cancellation);
                }

                progress(Interlocked.Add(ref done, count));
            });
        return answers;
    }

    async Task<IReadOnlyList<ImageClassification>> ShowAsync(ImageEntry entry, Augmentation? augmentation, CancellationToken cancellation)
    {
        var file = await ObjectBytes.ReadAsync(objects, entry.Sha256, cancellation)
            ?? throw new InvalidDataException($"The image {entry.Path} is not in the object store any more; import the dataset again.");
        using var image = decoder.DecodeSingle(file, cancellation);
        var views = augmentation?.Views(image, entry.Sha256) ?? [];
        try
        {
            return model.Classify([image, .. views], explain: false, cancellation);
        }
        finally
        {
            foreach (var view in views)
            {
                view.Dispose();
            }
        }
    }
}
