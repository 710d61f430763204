using AspireMl.Contracts.Training;
using AspireMl.Modeling.Tabular;
using AspireMl.Retraining.Worker.Tabular;
using AspireMl.Statistics.Regression;

namespace AspireMl.Retraining.Worker.Evaluations;

/// <summary>Measures a model on labelled rows.</summary>
internal static class ModelEvaluation
{
    const int Bins = 10;
    const int MostResamples = 1000;
    const int LeastResamples = 200;

    // Resamples times rows, to be done in seconds.
    const int MostDraws = 20_000_000;

    /// <summary>Measures it.</summary>
    /// <param name="model">The model.</param>
    /// <param name="on">The split that the rows are of.</param>
    /// <param name="rows">At least one row.</param>
    public static Evaluation Of(TabularModel model, string on, TabularData rows)
    {
        var predicted = new float[rows.Rows];
        model.Predict(rows.Features, predicted);
        var (actual, guesses) = (TabularMetrics.Widen(rows.Target), TabularMetrics.Widen(predicted));
        var options = new BootstrapOptions { Resamples = Math.Clamp(MostDraws / rows.Rows, LeastResamples, MostResamples) };
        return new(
            model.Card.Name, model.Card.Version, on, rows.Hash,
            TabularMetrics.ToContract(RegressionMetrics.Of(actual, guesses)),
            Intervals(MetricIntervals.Of(actual, guesses, options)),
            model.Schema.Target,
            [.. Binned(actual, guesses)]);
    }

    static Dictionary<string, MetricInterval> Intervals(MetricIntervals intervals)
    {
        (string Name, Interval? Interval)[] all =
            [("mae", intervals.Mae), ("mse", intervals.Mse), ("rmse", intervals.Rmse), ("r2", intervals.R2), ("rmsle", intervals.Rmsle), ("mape", intervals.Mape)];
        var named = new Dictionary<string, MetricInterval>();
        foreach (var (name, interval) in all)
        {
            if (interval is not null)
            {
                named[name] = new(interval.Lower, interval.Upper);
            }
        }

        return named;
    }

    static IEnumerable<EvaluationBin> Binned(double[] actual, double[] predicted)
    {
        int[] order = [.. Enumerable.Range(0, predicted.Length).OrderBy(row => predicted[row])];
        return order.Chunk(Math.Max(1, (order.Length + Bins - 1) / Bins)).Select(rows => new EvaluationBin(
            rows.Length,
            rows.Average(row => predicted[row]),
            rows.Average(row => actual[row]),
            Math.Sqrt(rows.Average(row => (predicted[row] - actual[row]) * (predicted[row] - actual[row])))));
    }
}
