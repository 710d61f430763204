using AspireMl.Contracts.ImageDatasets;

namespace AspireMl.Retraining.Worker.ImageDatasets;

/// <summary>Compares versions of an image dataset.</summary>
internal static class ImageVersions
{
    const int Listed = 200;

    /// <summary>What distinguishes two versions, by their entries.</summary>
    public static ImageDatasetComparison Compare(
        string dataset, (int Number, IReadOnlyList<ImageEntry> Entries) from, (int Number, IReadOnlyList<ImageEntry> Entries) to)
    {
        var before = from.Entries.ToDictionary(entry => entry.Path, StringComparer.Ordinal);
        var after = to.Entries.ToDictionary(entry => entry.Path, StringComparer.Ordinal);
        ImageEntry[] added = [.. to.Entries.Where(entry => !IsThere(before, entry))];
        ImageEntry[] removed = [.. from.Entries.Where(entry => !IsThere(after, entry))];
        ChangedEntry[] relabelled = [.. to.Entries.Where(entry => IsThere(before, entry) && before[entry.Path] != entry).Select(entry => new ChangedEntry(before[entry.Path], entry))];
        return new(
            dataset, from.Number, to.Number, added.Length, removed.Length, relabelled.Length, to.Entries.Count - added.Length - relabelled.Length,
            [.. added.Take(Listed)], [.. removed.Take(Listed)], [.. relabelled.Take(Listed)]);
    }

    static bool IsThere(Dictionary<string, ImageEntry> entries, ImageEntry entry) =>
        entries.TryGetValue(entry.Path, out var other) && other.Sha256 == entry.Sha256;
}
