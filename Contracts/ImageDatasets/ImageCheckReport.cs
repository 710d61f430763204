namespace AspireMl.Contracts.ImageDatasets;

/// <summary>What was looked for in a version of an image dataset before anything is learned from it.</summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="Version">The version.</param>
/// <param name="ManifestHash">What the version comes to.</param>
/// <param name="Images">How many images it has.</param>
/// <param name="Allowed">Whether it may be learned from.</param>
/// <param name="Checks">All checks, also those that passed.</param>
public sealed record ImageCheckReport(string Dataset, int Version, string ManifestHash, int Images, bool Allowed, IReadOnlyList<ImageCheck> Checks);
