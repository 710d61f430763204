using AspireMl.Contracts.ImageDatasets;
using AspireMl.Contracts.Training;
using AspireMl.Statistics.Numeric;

namespace AspireMl.Retraining.Worker.Images.Checks;

/// <summary>Images whose size or brightness is far from the others', and testing images that differ from the training images as a whole.</summary>
internal static class MeasureChecks
{
    // Tukey's outer fences.
    const double FarOut = 3;

    // Chance and a distance that people would not see must both be ruled out.
    const double Significance = 0.01;
    const double Noticeable = 0.2;

    static readonly (string Name, string What, Func<ImageFacts, double> Of)[] Measures =
    [
        // Sizes are compared by their ratio: twice as large is as far as half as large.
        ("size", "size", fact => Math.Log2(fact.Area)),
        ("brightness", "brightness", fact => fact.Brightness),
    ];

    public static IEnumerable<ImageCheck> Run(IReadOnlyList<ImageFacts> facts, ImageCheckLimits limits)
    {
        ImageFacts[] readable = [.. facts.Where(fact => fact.Defect is null)];
        foreach (var (name, what, measure) in Measures)
        {
            yield return CheckResult.Share($"{name}-outliers", null, Outliers(readable, measure), readable.Length, limits.Outliers, $"have a {what} far from the others'");
            if (Drift(readable, measure) is { } test)
            {
                yield return Judged($"{name}-drift", what, test.Distance, test.PValue, limits);
            }
        }
    }

    static ImageEntry[] Outliers(ImageFacts[] facts, Func<ImageFacts, double> measure)
    {
        if (facts.Length == 0)
        {
            return [];
        }

        var sample = SortedSample.Of([.. facts.Select(measure)]);
        var (low, high) = (sample.Quantile(0.25), sample.Quantile(0.75));
        var fence = FarOut * (high - low);
        return [.. facts.Where(fact => measure(fact) < low - fence || measure(fact) > high + fence).Select(fact => fact.Entry)];
    }

    static (double Distance, double PValue)? Drift(ImageFacts[] facts, Func<ImageFacts, double> measure)
    {
        var (training, testing) = (Sample(ImageSplits.Training), Sample(ImageSplits.Testing));
        return training.Count == 0 || testing.Count == 0 ? null : (KolmogorovSmirnov.Distance(training, testing), KolmogorovSmirnov.Test(training, testing).PValue);

        SortedSample Sample(string split) => SortedSample.Of([.. facts.Where(fact => fact.Entry.Split == split).Select(measure)]);
    }

    static ImageCheck Judged(string name, string what, double distance, double pValue, ImageCheckLimits limits)
    {
        var differs = pValue < Significance;
        var severity = differs && distance > limits.Drift ? CheckSeverities.Stop : differs && distance > Noticeable ? CheckSeverities.Warning : CheckSeverities.Passed;
        var found = severity == CheckSeverities.Passed ? "agree" : "differ";
        return new(name, ImageSplits.Testing, distance, limits.Drift, severity, FormattableString.Invariant($"Training and testing images {found} in {what} (Kolmogorov-Smirnov distance {distance:F2}, p {pValue:G2})."), []);
    }
}
