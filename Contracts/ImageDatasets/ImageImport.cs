namespace AspireMl.Contracts.ImageDatasets;

/// <summary>What became of an import.</summary>
/// <param name="Version">The version with the content; the newest one as it was, when the content is the same.</param>
/// <param name="IsNew">Whether it was made by the import.</param>
/// <param name="LeftOut">How many files gave no entry.</param>
/// <param name="Listed">The first of them with their reasons.</param>
public sealed record ImageImport(ImageDatasetVersion Version, bool IsNew, int LeftOut, IReadOnlyList<LeftOutFile> Listed);
