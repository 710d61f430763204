namespace AspireMl.Contracts.ImageDatasets;

/// <summary>An image that two versions have under different labels or in different splits.</summary>
/// <param name="From">In the one version.</param>
/// <param name="To">In the other.</param>
public sealed record ChangedEntry(ImageEntry From, ImageEntry To);
