using AspireMl.Contracts.Monitoring;
using AspireMl.Statistics.Regression;

namespace AspireMl.Monitoring.Worker.Performance;

/// <summary>Measures predictions.</summary>
static class Metrics
{
    // Bounds the time of a report: resamples × rows.
    const int MostDraws = 20_000_000;

    public static PerformanceMetrics Of(double[] actual, double[] predicted)
    {
        var intervals = MetricIntervals.Of(actual, predicted, new() { Resamples = Math.Clamp(MostDraws / actual.Length, 100, 2000) });
        return new(
            Of(intervals.Mae), Of(intervals.Mse), Of(intervals.Rmse),
            intervals.R2 is { } r2 ? Of(r2) : null, intervals.Rmsle is { } rmsle ? Of(rmsle) : null, intervals.Mape is { } mape ? Of(mape) : null);
    }

    public static MetricInterval Of(Interval interval) => new(interval.Estimate, interval.Lower, interval.Upper);
}
