namespace AspireMl.Contracts.ImageDatasets;

/// <summary>A file or folder of an import that gave no entry.</summary>
/// <param name="Path">Its path, shortened.</param>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record LeftOutFile(string Path, string Reason);
