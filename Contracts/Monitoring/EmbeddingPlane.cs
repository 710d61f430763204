namespace AspireMl.Contracts.Monitoring;

/// <summary>Images in the plane of the first two principal components of the reference.</summary>
/// <param name="Explained">Share of the reference's variance that lies in the plane, 0 to 1.</param>
/// <param name="Reference">Images of the reference, at most 500.</param>
/// <param name="Current">Current images, newest first, at most 500.</param>
public sealed record EmbeddingPlane(double Explained, IReadOnlyList<PlanePoint> Reference, IReadOnlyList<PlanePoint> Current);

/// <summary>An image's place in the plane.</summary>
/// <param name="X">Along the first component.</param>
/// <param name="Y">Along the second one.</param>
/// <param name="Label">The label that the model gave it.</param>
/// <param name="InferenceId">The answer; null for an image of the package's reference.</param>
public sealed record PlanePoint(double X, double Y, string Label, Guid? InferenceId = null);
