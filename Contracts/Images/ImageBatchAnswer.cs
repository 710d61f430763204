namespace AspireMl.Contracts.Images;

/// <summary>What the images of a batch show.</summary>
/// <param name="Results">One for each image, in the order in which they were sent.</param>
public sealed record ImageBatchAnswer(IReadOnlyList<ImageBatchResult> Results);
