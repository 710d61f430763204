namespace AspireMl.Contracts.ImageDatasets;

/// <summary>What distinguishes two versions of an image dataset.</summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="From">The one version.</param>
/// <param name="To">The other.</param>
/// <param name="AddedCount">Entries that only the other has, or whose file is another one there.</param>
/// <param name="RemovedCount">Entries that only the one has, or whose file is another one there.</param>
/// <param name="RelabelledCount">Entries of the same path and file with another class or split.</param>
/// <param name="Unchanged">Entries that are the same.</param>
/// <param name="Added">The first of those added, in order of their paths.</param>
/// <param name="Removed">The first of those removed.</param>
/// <param name="Relabelled">The first of those relabelled.</param>
public sealed record ImageDatasetComparison(
    string Dataset,
    int From,
    int To,
    int AddedCount,
    int RemovedCount,
    int RelabelledCount,
    int Unchanged,
    IReadOnlyList<ImageEntry> Added,
    IReadOnlyList<ImageEntry> Removed,
    IReadOnlyList<ChangedEntry> Relabelled);
