namespace AspireMl.Retraining.Worker.ImageDatasets.Import;

/// <summary>A file of an import.</summary>
/// <param name="Path">Relative, with forward slashes.</param>
/// <param name="Length">Its bytes, as far as its source says.</param>
/// <param name="Open">Opens it; one file at a time.</param>
internal sealed record SourceFile(string Path, long Length, Func<Stream> Open);
