using AspireMl.Contracts.Training;
using AspireMl.Statistics.Regression;

namespace AspireMl.Retraining.Worker.Tabular;

/// <summary>The metrics of predictions in the graph's precision.</summary>
internal static class TabularMetrics
{
    /// <summary>Measures predictions against the truth.</summary>
    public static RegressionMetrics Of(float[] truth, float[] predicted) => RegressionMetrics.Of(Widen(truth), Widen(predicted));

    /// <summary>The squared error of each row.</summary>
    public static double[] SquaredErrors(float[] truth, float[] predicted) =>
        [.. truth.Zip(predicted, (actual, guess) => ((double)guess - actual) * ((double)guess - actual))];

    /// <summary>As clients get them.</summary>
    public static ModelMetrics ToContract(RegressionMetrics metrics) =>
        new(metrics.Count, metrics.Mae, metrics.Mse, metrics.Rmse, metrics.R2, metrics.Rmsle, metrics.Mape);

    /// <summary>The same values in the statistics' precision.</summary>
    public static double[] Widen(float[] values) => Array.ConvertAll(values, value => (double)value);
}
