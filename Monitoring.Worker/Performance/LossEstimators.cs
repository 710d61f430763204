using AspireMl.Contracts.Models;
using AspireMl.Contracts.Monitoring;
using AspireMl.Monitoring.Worker.Rows;
using AspireMl.Statistics.Performance;

namespace AspireMl.Monitoring.Worker.Performance;

/// <summary>What the champion's losses on labelled rows teach about its losses elsewhere.</summary>
sealed class LossEstimators
{
    const int MostWords = 20;

    readonly IReadOnlyList<FeatureCard> _features;
    readonly DirectLossEstimator _absolute;
    readonly DirectLossEstimator _squared;
    readonly double _meanSquare;

    public LossEstimators(IReadOnlyList<FeatureCard> features, RowColumns rows, double[] predictions)
    {
        _features = features;
        var columns = Columns(rows, predictions);
        double[] absolute = [.. rows.Values.Zip(predictions, (actual, predicted) => Math.Abs(predicted - actual))];
        double[] squared = Array.ConvertAll(absolute, error => error * error);
        (_absolute, _squared, _meanSquare) = (DirectLossEstimator.Fit(columns, absolute), DirectLossEstimator.Fit(columns, squared), squared.Average());
    }

    /// <summary>The errors to expect of answers.</summary>
    public PerformanceEstimate Estimate(RowColumns answers)
    {
        var columns = Columns(answers, answers.Values);
        var (absolute, squared) = (_absolute.Estimate(columns), _squared.Estimate(columns));
        var rmse = new MetricInterval(Math.Sqrt(squared.Mean.Estimate), Math.Sqrt(squared.Mean.Lower), Math.Sqrt(squared.Mean.Upper));
        return new(Metrics.Of(absolute.Mean), rmse, absolute.CrossValidatedError, _meanSquare > 0 ? squared.CrossValidatedError / _meanSquare : 0);
    }

    // A word's place in a list is no measure, so each word has a column of its own.
    double[][] Columns(RowColumns rows, double[] predictions) =>
    [
        .. _features.SelectMany(feature => feature.Values is { } words
            ? Enumerable.Range(0, Math.Min(words.Count, MostWords)).Select(word => Array.ConvertAll(rows.Features[feature.Name], place => place == word ? 1.0 : 0))
            : [rows.Features[feature.Name]]),
        predictions,
    ];
}
