namespace AspireMl.Contracts.ImageDatasets;

/// <summary>One labelled image of a version.</summary>
/// <param name="Path">Where it stood when it was imported, with forward slashes; tells the entries of a version apart.</param>
/// <param name="Sha256">SHA-256 of the file, in lower-case hex.</param>
/// <param name="Label">Its class.</param>
/// <param name="Split">One of <see cref="ImageSplits"/>.</param>
public sealed record ImageEntry(string Path, string Sha256, string Label, string Split);
