namespace AspireMl.Contracts.Monitoring;

/// <summary>A space in which two sets of images were compared.</summary>
/// <param name="Name">One of <see cref="EmbeddingSpaces"/>.</param>
/// <param name="Dimensions">Components of a vector.</param>
/// <param name="Results">What each of <see cref="EmbeddingMethods"/> found.</param>
public sealed record EmbeddingSpace(string Name, int Dimensions, IReadOnlyList<MethodResult> Results);
