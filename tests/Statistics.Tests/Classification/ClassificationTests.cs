using AspireMl.Statistics.Classification;
using FsCheck;
using FsCheck.Fluent;

namespace AspireMl.Statistics.Tests.Classification;

/// <summary>Expected values were worked out by hand, as fractions.</summary>
public sealed class ClassificationTests
{
    static readonly int[] Actual = [0, 0, 1, 1, 2, 2];

    static readonly float[][] Probabilities =
    [
        [0.7f, 0.2f, 0.1f],
        [0.3f, 0.6f, 0.1f],
        [0.1f, 0.8f, 0.1f],
        [0.2f, 0.5f, 0.3f],
        [0.6f, 0.1f, 0.3f],
        [0.1f, 0.1f, 0.8f],
    ];

    [Fact]
    public void Three_classes_of_two_cases_each()
    {
        var metrics = ClassificationMetrics.Of(Actual, Probabilities);

        Close.To(4 / 6.0, metrics.Accuracy);
        Assert.Equal([(1, 1, 0), (0, 2, 0), (1, 0, 1)], Enumerable.Range(0, 3).Select(row => (metrics.Confusion[row, 0], metrics.Confusion[row, 1], metrics.Confusion[row, 2])));
        Assert.Equal([1 / 2.0, 2 / 3.0, 1.0], metrics.Classes.Select(label => label.Precision!.Value));
        Assert.Equal([1 / 2.0, 1.0, 1 / 2.0], metrics.Classes.Select(label => label.Recall!.Value));
        Assert.Equal([1 / 2.0, 4 / 5.0, 2 / 3.0], metrics.Classes.Select(label => label.F1!.Value));
        Close.To((1 / 2.0 + 2 / 3.0 + 1) / 3, metrics.MacroPrecision);
        Close.To(2 / 3.0, metrics.MacroRecall);
        Close.To((1 / 2.0 + 4 / 5.0 + 2 / 3.0) / 3, metrics.MacroF1);
        // Class 0: 0.7 beats all four others, 0.3 beats three. Class 1: 0.8 beats four, 0.5 three. Class 2: 0.3 beats three and ties with one, 0.8 four.
        Assert.Equal([7 / 8.0, 7 / 8.0, 7.5 / 8], metrics.Classes.Select(label => label.Auc!.Value));
        Close.To((7 / 8.0 + 7 / 8.0 + 7.5 / 8) / 3, metrics.MacroAuc!.Value);
        Close.To(-(Math.Log(0.7f) + Math.Log(0.3f) + Math.Log(0.8f) + Math.Log(0.5f) + Math.Log(0.3f) + Math.Log(0.8f)) / 6, metrics.LogLoss);
    }

    [Fact]
    public void Classes_without_cases_or_never_called_have_no_share_of_what_is_not_there()
    {
        var metrics = ClassificationMetrics.Of([0, 0, 1], [[0.9f, 0.1f, 0], [0.8f, 0.2f, 0], [0.6f, 0.4f, 0]]);

        Assert.Equal(new ClassMetrics(1, null, 0, 0, 1), metrics.Classes[1]);
        Assert.Equal(new ClassMetrics(0, null, null, null, null), metrics.Classes[2]);
        Close.To(2 / 3.0 / 2, metrics.MacroPrecision);
        Close.To(1 / 2.0, metrics.MacroRecall);
    }

    [Fact]
    public void Calibration_is_the_weighted_distance_of_confidence_and_accuracy()
    {
        // Bins of a tenth: (0.5, 0.6] with one of two right, (0.9, 1] with three of four right.
        var error = CalibrationError.Of([0.55, 0.6, 0.95, 0.95, 0.95, 1.0], [true, false, true, true, true, false], 10);

        Assert.Equal([2, 4], error.Bins.Select(bin => bin.Count));
        Close.To(0.575, error.Bins[0].Confidence);
        Close.To(0.75, error.Bins[1].Accuracy);
        Close.To(((2 * 0.075) + (4 * (0.9625 - 0.75))) / 6, error.Expected);
        Assert.Equal(0, CalibrationError.Of([0, 1], [false, true]).Expected);
    }

    [Fact]
    public void A_perfect_answer_costs_zero_and_not_minus_zero() =>
        Assert.False(double.IsNegative(ClassificationMetrics.Of([0, 1], [[1, 0], [0, 1]]).LogLoss));

    [Fact]
    public void What_does_not_fit_together_is_refused()
    {
        Assert.Throws<ArgumentException>(() => ClassificationMetrics.Of([], []));
        Assert.Throws<ArgumentException>(() => ClassificationMetrics.Of([2], [[0.5f, 0.5f]]));
        Assert.Throws<ArgumentException>(() => ConfusionMatrix.Of([0], [0, 1], 2));
        Assert.Throws<ArgumentException>(() => CalibrationError.Of([0.5], []));
    }

    [Fact]
    public void The_area_is_what_counting_all_pairs_gives()
    {
        var cases = ArbMap.Default.GeneratorFor<bool>().Zip(Gen.Choose(0, 9)).ListOf(30);
        Prop.ForAll(cases.ToArbitrary(), drawn =>
        {
            int[] actual = [.. drawn.Select(one => one.Item1 ? 1 : 0)];
            float[][] probabilities = [.. drawn.Select(one => new[] { 1 - (one.Item2 / 10f), one.Item2 / 10f })];
            var pairs = drawn.Where(one => one.Item1).SelectMany(own => drawn.Where(one => !one.Item1).Select(other => own.Item2 > other.Item2 ? 1.0 : own.Item2 == other.Item2 ? 0.5 : 0)).ToArray();
            var area = ClassificationMetrics.Of(actual, probabilities).Classes[1].Auc;
            return pairs.Length == 0 ? area is null : Close.Within(pairs.Average(), area!.Value);
        }).QuickCheckThrowOnFailure();
    }
}
