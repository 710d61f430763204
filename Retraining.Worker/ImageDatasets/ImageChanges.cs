using AspireMl.Contracts.ImageDatasets;
using AspireMl.Retraining.Worker.ImageDatasets.Import;

namespace AspireMl.Retraining.Worker.ImageDatasets;

/// <summary>Takes entries out of a version and gives others new classes.</summary>
internal static class ImageChanges
{
    /// <summary>The entries with the changes done.</summary>
    /// <exception cref="InvalidDataException">A change cannot be done; a sentence.</exception>
    public static IReadOnlyList<ImageEntry> Apply(IReadOnlyList<ImageEntry> entries, ImageDatasetChange change)
    {
        var removed = change.Remove.ToHashSet(StringComparer.Ordinal);
        Check(removed.Count + change.Relabel.Count > 0, "The change removes and relabels nothing.");
        var unknown = removed.Concat(change.Relabel.Keys).Except(entries.Select(entry => entry.Path)).FirstOrDefault();
        Check(unknown is null, $"The version has no image {ImportPath.Shown(unknown ?? "")}.");
        var both = change.Relabel.Keys.FirstOrDefault(removed.Contains);
        Check(both is null, $"{ImportPath.Shown(both ?? "")} cannot be removed and relabelled at once.");
        var defect = change.Relabel.Values.Select(ClassFolders.DefectOf).FirstOrDefault(defect => defect is not null);
        Check(defect is null, defect ?? "");
        Check(removed.Count < entries.Count, "No image would be left.");
        return [.. entries.Where(entry => !removed.Contains(entry.Path)).Select(entry => change.Relabel.TryGetValue(entry.Path, out var label) ? entry with { Label = label } : entry)];
    }

    static void Check(bool holds, string sentence)
    {
        if (!holds)
        {
            throw new InvalidDataException(sentence);
        }
    }
}
