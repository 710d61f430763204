using AspireMl.Modeling.Images.References;
using AspireMl.Statistics.Embeddings;

namespace AspireMl.Retraining.Worker.Images.Training;

/// <summary>Makes the drift reference of a version from images that it did not learn from.</summary>
internal static class References
{
    const ulong Seed = 20_261;
    const int Components = 32;
    const int MostImages = 1000;

    /// <summary>Makes it.</summary>
    /// <param name="images">Images with their classes, in an order that has nothing to do with either.</param>
    /// <param name="probabilities">The probability of each class, image by image.</param>
    public static DriftReference Of(EmbeddedImages images, IReadOnlyList<float[]> probabilities)
    {
        var size = images.Embeddings[0].Length;
        var components = Math.Min(Components, size);
        var projection = new RandomProjection(Seed, size, components);
        return new()
        {
            Seed = Seed,
            EmbeddingSize = size,
            Components = components,
            LabelCount = probabilities[0].Length,
            Projections = [.. images.Embeddings.Take(MostImages).SelectMany(embedding => projection.Project(embedding))],
            Probabilities = [.. probabilities.Take(MostImages).SelectMany(row => row)],
            Labels = [.. images.Labels.Take(MostImages)],
        };
    }
}
