using System.ComponentModel.DataAnnotations;
using AspireMl.Statistics.Regression;

namespace AspireMl.Statistics.Tests.Regression;

/// <summary>Expected values: numpy 1.24.2 and scipy 1.10.1.</summary>
public sealed class RegressionTests
{
    static readonly double[] Actual = [3, -0.5, 2, 7];
    static readonly double[] Predicted = [2.5, 0, 2, 8];

    [Fact]
    public void Small_example()
    {
        var metrics = RegressionMetrics.Of(Actual, Predicted);
        Close.To(0.5, metrics.Mae);
        Close.To(0.375, metrics.Mse);
        Close.To(Math.Sqrt(0.375), metrics.Rmse);
        Close.To(0.9486081370449679, metrics.R2!.Value);
        Close.To(0.3273809523809524, metrics.Mape!.Value);
        Close.To(0.1993241655810799, RegressionMetrics.Of([3, 5, 2.5, 7], [2.5, 5, 4, 8]).Rmsle!.Value);
    }

    [TabularFact]
    public void Registered_rentals_as_a_prediction_of_all_rentals()
    {
        var (actual, predicted) = (TabularFiles.Numbers("bike_test.csv", "cnt"), TabularFiles.Numbers("bike_test.csv", "registered"));
        var metrics = RegressionMetrics.Of(actual, predicted);
        Close.To(42.10408163265306, metrics.Mae);
        Close.To(4926.9880466472305, metrics.Mse);
        Close.To(0.8980657620426283, metrics.R2!.Value);
        Close.To(0.23137650284348227, metrics.Rmsle!.Value);
        Close.To(0.1559792440762113, metrics.Mape!.Value);
        var interval = MetricIntervals.Of(actual, predicted).Mae; // scipy.stats.bootstrap(method="percentile", n_resamples=20000)
        Assert.Equal(40.256, interval.Lower, 0.2);
        Assert.Equal(43.998, interval.Upper, 0.2);
    }

    [Fact]
    public void What_is_undefined_is_null()
    {
        var metrics = RegressionMetrics.Of([0, 0], [-2, 1]);
        Assert.Equal((null, null, null), (metrics.R2, metrics.Rmsle, metrics.Mape));
    }

    [Fact]
    public void The_same_seed_gives_the_same_interval_that_holds_the_estimate()
    {
        double[] actual = [.. Enumerable.Range(1, 60).Select(value => (double)value)];
        double[] predicted = [.. actual.Select(value => value + Math.Sin(value))];
        var (first, second) = (MetricIntervals.Of(actual, predicted), MetricIntervals.Of(actual, predicted));
        Assert.Equal(first, second);
        Assert.InRange(first.Mae.Estimate, first.Mae.Lower, first.Mae.Upper);
        Assert.NotEqual(first.Mae, MetricIntervals.Of(actual, predicted, new() { Seed = 2 }).Mae);
    }

    [Fact]
    public void A_paired_difference_is_seen_where_the_rows_vary_far_more()
    {
        var random = new System.Random(1);
        double[] champion = [.. Enumerable.Range(0, 400).Select(_ => 100 * random.NextDouble())];
        double[] candidate = [.. champion.Select(loss => loss - 0.5 + (0.2 * random.NextDouble()))];
        var difference = PairedBootstrap.Difference(champion, candidate);
        Assert.True(difference.IsBelowZero);
        Assert.InRange(difference.Estimate, -0.45, -0.35);
        Assert.True(PairedBootstrap.Difference(candidate, champion).IsAboveZero);
        Assert.True(PairedBootstrap.RmseDifference(champion, candidate).IsBelowZero);
    }

    [Fact]
    public void Equal_losses_differ_by_0() => Assert.Equal(new Interval(0, 0, 0), PairedBootstrap.Difference(Actual, Actual));

    [Fact]
    public void Bad_rows_and_options_are_refused()
    {
        Assert.Throws<ArgumentException>(() => RegressionMetrics.Of([1], [1, 2]));
        Assert.Contains("row 1", Assert.Throws<ArgumentException>(() => RegressionMetrics.Of([1, double.NaN], [1, 2])).Message);
        Assert.Throws<ArgumentException>(() => PairedBootstrap.Difference([1, double.NaN], [1, 2]));
        Assert.Throws<ValidationException>(() => PairedBootstrap.Difference([1], [1], new() { Resamples = 1 }));
        Assert.Throws<ValidationException>(() => MetricIntervals.Of([1], [1], new() { Confidence = 1 }));
    }
}
