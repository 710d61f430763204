using AspireMl.Modeling.Decoding;
using AspireMl.Modeling.ModelPackages;
using AspireMl.Retraining.Worker.Images.Training;
using AspireMl.Storage.Objects;

namespace AspireMl.Retraining.Worker.Images.Runs;

/// <summary>The images of a run as its backbone sees them.</summary>
/// <param name="Training">With their further views.</param>
/// <param name="Validation">As they are.</param>
/// <param name="Testing">As they are.</param>
internal sealed record SeenImages(EmbeddedImages Training, EmbeddedImages Validation, EmbeddedImages Testing)
{
    /// <summary>Shows all images to the backbone.</summary>
    /// <exception cref="ModelPackageException">The backbone gives no embedding.</exception>
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
        var augmentation = new Augmentation(input.Request.Training, input.Seed, Math.Max(backbone.Schema.Width, backbone.Schema.Height));
        return new(await SeeAsync(images.Training, augmentation), await SeeAsync(images.Validation, null), await SeeAsync(images.Testing, null));

        async Task<EmbeddedImages> SeeAsync(IReadOnlyList<Contracts.ImageDatasets.ImageEntry> entries, Augmentation? views)
        {
            var seen = await embedder.RunAsync(entries, views, done => progress(before + done, all), cancellation);
            before += entries.Count;
            return images.Label(entries, seen);
        }
    }
}
