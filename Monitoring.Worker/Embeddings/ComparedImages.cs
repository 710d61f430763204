using System.Numerics.Tensors;
using AspireMl.Modeling.Images.References;
using AspireMl.Statistics.Embeddings;
using AspireMl.Storage.Images;

namespace AspireMl.Monitoring.Worker.Embeddings;

/// <summary>Images of one side as the champion saw them.</summary>
/// <param name="Projections">Random projections of their embeddings; null when the model gives none.</param>
/// <param name="Probabilities">The probabilities of their labels.</param>
/// <param name="Ids">The answers; empty for the images of the package's reference.</param>
sealed record ComparedImages(EmbeddingRows? Projections, EmbeddingRows Probabilities, IReadOnlyList<Guid> Ids)
{
    public int Count => Probabilities.Count;

    /// <summary>The place of the label that the model gave to each image.</summary>
    public IReadOnlyList<int> Predicted { get; } = [.. Enumerable.Range(0, Probabilities.Count).Select(image => TensorPrimitives.IndexOfMax(Probabilities[image]))];

    /// <summary>The first images of the reference in a package.</summary>
    public static ComparedImages Of(DriftReference reference, int most)
    {
        var images = Math.Min(most, reference.Images);
        return new(
            new(reference.Projections[..(images * reference.Components)], reference.Components),
            new(reference.Probabilities[..(images * reference.LabelCount)], reference.LabelCount),
            []);
    }

    /// <summary>Answers, projected as the reference is.</summary>
    public static ComparedImages Of(IReadOnlyList<ImageInference> answers, DriftReference reference)
    {
        var projection = new RandomProjection(reference.Seed, reference.EmbeddingSize, reference.Components);
        return new(
            answers.All(answer => answer.Embedding.Length == reference.EmbeddingSize)
                ? new([.. answers.SelectMany(answer => projection.Project(answer.Embedding))], reference.Components)
                : null,
            new([.. answers.SelectMany(answer => answer.Probabilities)], reference.LabelCount),
            [.. answers.Select(answer => answer.InferenceId)]);
    }
}
