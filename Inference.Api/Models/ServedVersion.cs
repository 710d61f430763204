using AspireMl.Modeling.Documents.Readers;

namespace AspireMl.Inference.Api.Models;

/// <summary>One version of a model and how far it is with loading.</summary>
/// <param name="Package">The package.</param>
/// <param name="Reader">The reader once it is ready.</param>
/// <param name="Status">Why it is not ready; null when it is.</param>
sealed record ServedVersion(InstalledPackage Package, IDocumentReader? Reader, string? Status);
