namespace AspireMl.Contracts.ImageDatasets;

/// <summary>A version of an image dataset; versions never change.</summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="Number">From 1, one more with each change.</param>
/// <param name="ManifestHash">SHA-256 over every file's path, hash, label and split: the same content has the same hash.</param>
/// <param name="Parent">The version that it was made from; null for the first.</param>
/// <param name="CreatedAt">When, UTC.</param>
/// <param name="CreatedBy">Who made it.</param>
/// <param name="Reason">Why.</param>
/// <param name="Counts">Images by class and split, in order of both.</param>
public sealed record ImageDatasetVersion(
    string Dataset,
    int Number,
    string ManifestHash,
    int? Parent,
    DateTimeOffset CreatedAt,
    string CreatedBy,
    string Reason,
    IReadOnlyList<LabelCount> Counts);
