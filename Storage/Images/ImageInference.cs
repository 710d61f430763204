namespace AspireMl.Storage.Images;

/// <summary>One classified image, as it was recorded.</summary>
/// <param name="InferenceId">The id that the client was given.</param>
/// <param name="CreatedAt">When it was answered, UTC, in whole microseconds.</param>
/// <param name="Model">The model's name.</param>
/// <param name="Version">The version that answered.</param>
/// <param name="Embedding">The image as the last layer saw it; empty when the version gives none.</param>
/// <param name="Probabilities">The probability of each label, in the order of the version's labels.</param>
/// <param name="InputHash">SHA-256 of the image, its key in the object store.</param>
public sealed record ImageInference(
    Guid InferenceId, DateTimeOffset CreatedAt, string Model, string Version, float[] Embedding, float[] Probabilities, string InputHash);
