namespace AspireMl.Retraining.Worker.Images.Training;

/// <summary>Images as a backbone sees them, with their classes.</summary>
/// <param name="Embeddings">Row by row, all of the same length.</param>
/// <param name="Labels">The class of each row, from 0.</param>
internal sealed record EmbeddedImages(IReadOnlyList<float[]> Embeddings, IReadOnlyList<int> Labels);
