using AspireMl.Contracts.ImageDatasets;
using AspireMl.Contracts.Training;

namespace AspireMl.Retraining.Worker.Images.Checks;

/// <summary>Whether there are classes, enough images of each in each split, and as many of one as of another.</summary>
internal static class ClassChecks
{
    // Below this share of the largest class a classifier begins to overlook the smallest.
    const double Unbalanced = 0.2;

    public static IEnumerable<ImageCheck> Run(IReadOnlyList<ImageFacts> facts, ImageCheckLimits limits)
    {
        var readable = facts.Where(fact => fact.Defect is null).ToLookup(fact => (fact.Entry.Label, fact.Entry.Split));
        string[] labels = [.. facts.Select(fact => fact.Entry.Label).Distinct().Order(StringComparer.Ordinal)];
        if (labels.Length > limits.MostClasses)
        {
            yield return new("classes", null, labels.Length, limits.MostClasses, CheckSeverities.Stop, $"Classes: {labels.Length:N0}, but at most {limits.MostClasses:N0} are learned.", []);
            yield break;
        }

        yield return CheckResult.AtLeast("classes", null, labels.Length, 2, labels.Length == 1 ? $"Classes (all are {labels[0]})" : "Classes");
        foreach (var (label, split) in labels.SelectMany(label => ImageSplits.All.Select(split => (label, split))))
        {
            var least = split == ImageSplits.Training ? limits.LeastTraining : limits.LeastHeldOut;
            yield return CheckResult.AtLeast("class-images", $"{label} in {split}", readable[(label, split)].Count(), least, $"Readable images of the class {label} in the split {split}");
        }

        if (labels.Length > 1)
        {
            yield return Balance(labels.Select(label => (label, readable[(label, ImageSplits.Training)].Count())).ToArray(), limits);
        }
    }

    static ImageCheck Balance((string Label, int Images)[] classes, ImageCheckLimits limits)
    {
        var (smallest, largest) = (classes.MinBy(one => one.Images), classes.MaxBy(one => one.Images));
        var share = largest.Images == 0 ? 0 : smallest.Images / (double)largest.Images;
        var severity = share < limits.Balance ? CheckSeverities.Stop : share < Unbalanced ? CheckSeverities.Warning : CheckSeverities.Passed;
        return new(
            "class-imbalance", smallest.Label, share, limits.Balance, severity,
            $"The smallest class, {smallest.Label}, has {smallest.Images:N0} training images; the largest, {largest.Label}, has {largest.Images:N0}.", []);
    }
}
