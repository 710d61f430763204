using AspireMl.Modeling.Decoding;
using AspireMl.Modeling.ModelPackages;
using AspireMl.Retraining.Worker.Images.Training;
using AspireMl.Storage.Objects;

namespace AspireMl.Retraining.Worker.Images.Runs;

/// <summary>The images of a run as its backbone sees them.</summary>
/// <param name="Training">With their further views.</param>
/// <param name="Validation">As they are.</param>
/// <param name="Testing">As they are.</param>
/// <param name="Views">How often each training image was seen.</param>
internal sealed record SeenImages(EmbeddedImages Training, EmbeddedImages Validation, EmbeddedImages Testing, int Views)
{
    // Numbers of all training embeddings together: about three quarters of a gigabyte while the head is trained.
    const long MostNumbers = 64_000_000;

    // Without any further view, what a machine with a few gigabytes still holds.
    const long MostWithoutViews = 4 * MostNumbers;

    /// <summary>Shows all images to the backbone.</summary>
    /// <exception cref="ModelPackageException">The backbone gives no embedding.</exception>
    /// <exception cref="InvalidDataException">There are more images than can be learned from at once; a sentence.</exception>
    public static async Task<SeenImages> SeeAsync(
        ImageRunInput input, SplitImages images, ImageDecoder decoder, IObjectStore objects, Action<int, int> progress, CancellationToken cancellation)
    {
        var backbone = input.Backbone.Model;
        if (backbone.EmbeddingSize == 0)
        {
            throw new ModelPackageException($"{input.Backbone.Card.Name} {input.Backbone.Card.Version} gives no embedding, so nothing can be learned on top of it; name another backbone.");
        }

        var all = images.Training.Count + images.Validation.Count + images.Testing.Count;
        var before = 0;
        var embedder = new ImageEmbedder(backbone, decoder, objects);
        var views = AffordableViews(images.Training.Count, backbone.EmbeddingSize, input.Request.Training.Views);
        var augmentation = new Augmentation(input.Request.Training with { Views = views }, input.Seed, Math.Max(backbone.Schema.Width, backbone.Schema.Height));
        return new(await SeeAsync(images.Training, augmentation), await SeeAsync(images.Validation, null), await SeeAsync(images.Testing, null), views);

        async Task<EmbeddedImages> SeeAsync(IReadOnlyList<Contracts.ImageDatasets.ImageEntry> entries, Augmentation? views)
        {
            var seen = await embedder.RunAsync(entries, views, done => progress(before + done, all), cancellation);
            before += entries.Count;
            return images.Label(entries, seen);
        }
    }

    /// <summary>How often training images may be seen: as often as was asked for, unless they are so many that memory would not hold all views.</summary>
    /// <param name="images">How many there are.</param>
    /// <param name="components">Components of an embedding.</param>
    /// <param name="wanted">What was asked for, from 1.</param>
    /// <exception cref="InvalidDataException">They are too many even when each is seen once; a sentence.</exception>
    public static int AffordableViews(int images, int components, int wanted)
    {
        var numbers = (long)images * components;
        return numbers <= MostWithoutViews
            ? (int)Math.Clamp(MostNumbers / Math.Max(1, numbers), 1, wanted)
            : throw new InvalidDataException($"{images:N0} training images with embeddings of {components:N0} components are more than can be learned from at once; use fewer images or another backbone.");
    }
}
