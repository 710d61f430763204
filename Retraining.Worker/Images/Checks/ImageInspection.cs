using AspireMl.Contracts.ImageDatasets;
using AspireMl.Modeling.Decoding;
using AspireMl.Storage.Objects;

namespace AspireMl.Retraining.Worker.Images.Checks;

/// <summary>Decodes every image of a version once and says what it is like.</summary>
internal sealed class ImageInspection(IObjectStore objects, ImageDecoder decoder)
{
    /// <summary>Inspects images, several beside each other; each file once, however often it stands in the version.</summary>
    /// <param name="entries">The images.</param>
    /// <param name="progress">Told of how many files are done.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<ImageFacts>> RunAsync(IReadOnlyList<ImageEntry> entries, Action<int, int> progress, CancellationToken cancellation)
    {
        ImageEntry[] files = [.. entries.DistinctBy(entry => entry.Sha256)];
        var found = new ImageFacts[files.Length];
        var done = 0;
        await Parallel.ForAsync(
            0,
            files.Length,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation },
            async (file, cancellation) =>
            {
                found[file] = await InspectAsync(files[file], cancellation);
                progress(Interlocked.Increment(ref done), files.Length);
            });
        var byHash = found.ToDictionary(facts => facts.Entry.Sha256);
        return [.. entries.Select(entry => byHash[entry.Sha256] with { Entry = entry })];
    }

    async Task<ImageFacts> InspectAsync(ImageEntry entry, CancellationToken cancellation)
    {
        if (await ObjectBytes.ReadAsync(objects, entry.Sha256, cancellation) is not { } file)
        {
            return new(entry, 0, 0, "Its file is not in the object store.");
        }

        try
        {
            using var image = decoder.DecodeSingle(file, cancellation);
            return new(entry, (long)image.Width * image.Height, Brightness(image.Pixels)) { Look = DifferenceHash.Of(image) };
        }
        catch (ImageRejectedException rejected)
        {
            return new(entry, 0, 0, rejected.Message);
        }
    }

    static double Brightness(ReadOnlySpan<byte> pixels)
    {
        long red = 0, green = 0, blue = 0;
        for (var at = 0; at < pixels.Length; at += 3)
        {
            red += pixels[at];
            green += pixels[at + 1];
            blue += pixels[at + 2];
        }

        return 3.0 * Luma.Of(red, green, blue) / ((double)Luma.One * pixels.Length);
    }
}
