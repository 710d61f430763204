using AspireMl.Modeling.Images.References;
using AspireMl.Storage.Registry;

namespace AspireMl.Monitoring.Worker.Embeddings;

/// <summary>A model that classifies images, as its champion is.</summary>
/// <param name="Champion">The version.</param>
/// <param name="Labels">Its labels, in the order of its probabilities.</param>
/// <param name="Reference">What images looked like to it when it was made.</param>
sealed record WatchedClassifier(RegisteredVersion Champion, IReadOnlyList<string> Labels, DriftReference Reference);
