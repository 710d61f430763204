using AspireMl.Bench.Transfer;
using AspireMl.Contracts.ImageDatasets;
using AspireMl.Modeling.Decoding;
using AspireMl.Modeling.Images;
using AspireMl.Storage.Images;

namespace AspireMl.Bench.ImageDrift;

/// <summary>Shows every file of a condition to the model once, as the service would, and keeps what it would have recorded.</summary>
internal sealed class SeenFiles(ImageModel model, MemoryObjects objects, IReadOnlyList<ImageEntry> entries)
{
    const int ImagesAtOnce = 32;

    /// <summary>The classes of the files, in the order of what the model says of them.</summary>
    public IReadOnlyList<string> Labels { get; } = [.. entries.Select(entry => entry.Label)];

    public async Task<IReadOnlyList<ImageInference>> SeeAsync(Damage damage, CancellationToken cancellation)
    {
        using var decoder = new ImageDecoder(new() { Concurrency = Environment.ProcessorCount });
        var seen = new ImageInference[entries.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, entries.Count).Chunk(ImagesAtOnce),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation },
            async (places, cancellation) =>
            {
                var images = new DecodedImage[places.Length];
                try
                {
                    foreach (var (at, place) in places.Index())
                    {
                        images[at] = decoder.DecodeSingle(damage.File(await ReadAsync(entries[place].Sha256, cancellation)), cancellation);
                        damage.Pixels(images[at]);
                    }

                    foreach (var (place, answer) in places.Zip(model.Classify(images, explain: false, cancellation)))
                    {
                        seen[place] = new(
                            Guid.CreateVersion7(), DateTimeOffset.UnixEpoch, model.Card.Name, model.Card.Version, answer.Embedding, answer.Probabilities, entries[place].Sha256);
                    }
                }
                finally
                {
                    foreach (var image in images)
                    {
                        image?.Dispose();
                    }
                }
            });
        return seen;
    }

    async Task<byte[]> ReadAsync(string sha256, CancellationToken cancellation)
    {
        await using var content = await objects.OpenAsync(sha256, cancellation) ?? throw new InvalidOperationException("A file is gone.");
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancellation);
        return copy.ToArray();
    }
}
