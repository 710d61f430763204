namespace AspireMl.Contracts.ImageDatasets;

/// <summary>How many images of a class a split has.</summary>
/// <param name="Label">The class.</param>
/// <param name="Split">One of <see cref="ImageSplits"/>.</param>
/// <param name="Images">How many, at least 1.</param>
public sealed record LabelCount(string Label, string Split, int Images);
