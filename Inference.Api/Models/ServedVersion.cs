namespace AspireMl.Inference.Api.Models;

/// <summary>One version of a model and how far it is with loading.</summary>
/// <param name="Package">The package.</param>
/// <param name="Loaded">The model once it is ready: a document reader, a tabular model or an image classifier.</param>
/// <param name="Status">Why it is not ready; null when it is.</param>
sealed record ServedVersion(InstalledPackage Package, LoadedModel? Loaded, string? Status);
