using AspireMl.Statistics.Numeric;

namespace AspireMl.Statistics.Classification;

/// <summary>How well classes are told apart. Means over classes leave out classes without cases; a class that was never called counts as precision 0.</summary>
/// <param name="Accuracy">Share of the cases whose most probable class is theirs.</param>
/// <param name="LogLoss">Mean of −ln of the probability of the right class; probabilities below 10⁻¹⁵ count as that.</param>
/// <param name="MacroPrecision">Mean of the classes' precision.</param>
/// <param name="MacroRecall">Mean of the classes' recall.</param>
/// <param name="MacroF1">Mean of the classes' F1.</param>
/// <param name="MacroAuc">Mean of the classes' areas, each against all others; null when no class has one.</param>
/// <param name="Classes">By class.</param>
/// <param name="Confusion">What was called what.</param>
public sealed record ClassificationMetrics(
    double Accuracy,
    double LogLoss,
    double MacroPrecision,
    double MacroRecall,
    double MacroF1,
    double? MacroAuc,
    IReadOnlyList<ClassMetrics> Classes,
    ConfusionMatrix Confusion)
{
    const double Least = 1e-15;

    /// <summary>Measures.</summary>
    /// <param name="actual">The class of each case, from 0; at least one case.</param>
    /// <param name="probabilities">The probability of each class, case by case.</param>
    /// <exception cref="ArgumentException">There are no cases, lengths differ, or a class is none of them.</exception>
    public static ClassificationMetrics Of(IReadOnlyList<int> actual, IReadOnlyList<float[]> probabilities)
    {
        if (actual.Count == 0 || actual.Count != probabilities.Count)
        {
            throw new ArgumentException($"There are {actual.Count} cases and {probabilities.Count} predictions; both must be the same number, at least 1.");
        }

        var classes = probabilities[0].Length;
        int[] labels = [.. actual];
        int[] predicted = [.. probabilities.Select(MostProbable)];
        var confusion = ConfusionMatrix.Of(labels, predicted, classes);
        ClassMetrics[] measured = [.. Enumerable.Range(0, classes).Select(label => Measure(label, confusion, labels, probabilities))];
        ClassMetrics[] present = [.. measured.Where(metrics => metrics.Support > 0)];
        double[] areas = [.. measured.Select(metrics => metrics.Auc).OfType<double>()];
        return new(
            confusion.Accuracy,
            labels.Select((label, row) => Math.Log(1 / Math.Max(Least, probabilities[row][label]))).Average(),
            present.Average(metrics => metrics.Precision ?? 0),
            present.Average(metrics => metrics.Recall ?? 0),
            present.Average(metrics => metrics.F1 ?? 0),
            areas.Length > 0 ? areas.Average() : null,
            measured,
            confusion);
    }

    /// <summary>The first class with the highest probability.</summary>
    public static int MostProbable(float[] probabilities)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        return probabilities.IndexOf(probabilities.Max());
    }

    static ClassMetrics Measure(int label, ConfusionMatrix confusion, int[] actual, IReadOnlyList<float[]> probabilities)
    {
        var (right, support, called) = (confusion[label, label], confusion.Actual(label), confusion.Predicted(label));
        return new(support, Share(right, called), Share(right, support), Share(2 * right, support + called), Area(label, actual, probabilities));
    }

    static double? Share(int part, int whole) => whole == 0 ? null : part / (double)whole;

    // The share of pairs of a case of the class and another in which the former is more probable, ties half.
    static double? Area(int label, int[] actual, IReadOnlyList<float[]> probabilities)
    {
        double[] own = [.. Scores(ofClass: true)];
        double[] others = [.. Scores(ofClass: false)];
        return own.Length == 0 || others.Length == 0
            ? null
            : MannWhitney.Test(SortedSample.Of(own), SortedSample.Of(others)).Statistic / ((double)own.Length * others.Length);

        IEnumerable<double> Scores(bool ofClass) => Enumerable.Range(0, actual.Length).Where(row => (actual[row] == label) == ofClass).Select(row => (double)probabilities[row][label]);
    }
}
