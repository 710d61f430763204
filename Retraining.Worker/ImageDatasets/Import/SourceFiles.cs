namespace AspireMl.Retraining.Worker.ImageDatasets.Import;

/// <summary>What an import reads.</summary>
/// <param name="Files">The files.</param>
/// <param name="EmptyFolders">Folders without any file in them or below.</param>
internal sealed record SourceFiles(IReadOnlyList<SourceFile> Files, IReadOnlyList<string> EmptyFolders);
