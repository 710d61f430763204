using AspireMl.Contracts.ImageDatasets;

namespace AspireMl.Retraining.Worker.Images.Checks;

/// <summary>Files that cannot be decoded, stand more than once, in two splits, or under two classes.</summary>
internal static class ContentChecks
{
    public static IEnumerable<ImageCheck> Run(IReadOnlyList<ImageFacts> facts, ImageCheckLimits limits)
    {
        ImageEntry[] entries = [.. facts.Select(fact => fact.Entry)];
        yield return CheckResult.Share("unreadable", null, [.. facts.Where(fact => fact.Defect is not null).Select(fact => fact.Entry)], entries.Length, limits.Unreadable, "cannot be decoded and are left out");
        yield return CheckResult.Share(
            "duplicates", null, [.. entries.GroupBy(entry => (entry.Sha256, entry.Split, entry.Label)).SelectMany(group => group.Skip(1))], entries.Length, limits.Duplicates,
            "repeat an image of their own split and class");
        var heldOut = entries.Where(entry => entry.Split != ImageSplits.Training).ToArray();
        yield return CheckResult.Share("duplicates-across-splits", null, Leaked(entries), heldOut.Length, limits.Leaks, "held out for validation or testing stand in an earlier split too");
        yield return CheckResult.Share(
            "label-conflicts", null, [.. entries.GroupBy(entry => entry.Sha256).Where(group => group.Select(entry => entry.Label).Distinct().Count() > 1).SelectMany(group => group)],
            entries.Length, limits.Conflicts, "stand under two classes or more");
    }

    static ImageEntry[] Leaked(ImageEntry[] entries)
    {
        var training = Hashes(ImageSplits.Training);
        var validation = Hashes(ImageSplits.Validation);
        return
        [
            .. entries.Where(entry => entry.Split != ImageSplits.Training
                && (training.Contains(entry.Sha256) || (entry.Split == ImageSplits.Testing && validation.Contains(entry.Sha256)))),
        ];

        HashSet<string> Hashes(string split) => entries.Where(entry => entry.Split == split).Select(entry => entry.Sha256).ToHashSet(StringComparer.Ordinal);
    }
}
