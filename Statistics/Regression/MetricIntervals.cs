using System.ComponentModel.DataAnnotations;
using AspireMl.Statistics.Sampling;

namespace AspireMl.Statistics.Regression;

/// <summary>Bootstrap intervals of the metrics; those that are undefined for the rows, or for a resample of them, are null.</summary>
public sealed record MetricIntervals(Interval Mae, Interval Mse, Interval Rmse, Interval? R2, Interval? Rmsle, Interval? Mape)
{
    /// <summary>Draws rows with replacement and takes the percentiles of each metric.</summary>
    /// <exception cref="ArgumentException">The lengths differ, there are no rows, or a value is not finite.</exception>
    /// <exception cref="ValidationException">An option is out of its range.</exception>
    public static MetricIntervals Of(ReadOnlySpan<double> actual, ReadOnlySpan<double> predicted, BootstrapOptions? options = null)
    {
        options ??= new();
        Validator.ValidateObject(options, new(options), validateAllProperties: true);
        var all = RegressionMetrics.Of(actual, predicted);
        var rows = new ErrorRows(actual, predicted);
        var random = new SplitMix64(options.Seed);
        var resampled = new RegressionMetrics[options.Resamples];
        for (var resample = 0; resample < resampled.Length; resample++)
        {
            var sums = default(ErrorSums);
            for (var draw = 0; draw < rows.Count; draw++)
            {
                rows.AddTo(ref sums, random.Below(rows.Count));
            }

            resampled[resample] = sums.ToMetrics();
        }

        return new(
            Of(metrics => metrics.Mae)!, Of(metrics => metrics.Mse)!, Of(metrics => metrics.Rmse)!,
            Of(metrics => metrics.R2), Of(metrics => metrics.Rmsle), Of(metrics => metrics.Mape));

        Interval? Of(Func<RegressionMetrics, double?> metric)
        {
            double[] defined = [.. resampled.Select(metric).OfType<double>()];
            return metric(all) is { } estimate && defined.Length == resampled.Length ? Interval.Of(estimate, defined, options.Confidence) : null;
        }
    }
}
