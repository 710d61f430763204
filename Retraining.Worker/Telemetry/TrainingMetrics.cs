using System.Diagnostics.Metrics;
using AspireMl.Contracts.Training;
using AspireMl.Storage.Runs;

namespace AspireMl.Retraining.Worker.Telemetry;

/// <summary>What this process has trained.</summary>
internal sealed class TrainingMetrics
{
    static readonly InstrumentAdvice<double> Seconds = new() { HistogramBucketBoundaries = [1, 2.5, 5, 10, 30, 60, 120, 300, 600, 1800, 3600] };

    readonly Counter<long> _runs;
    readonly Histogram<double> _duration;
    readonly Gauge<double> _error;
    readonly Gauge<double> _last;

    /// <summary>Creates the meter, which the factory disposes of.</summary>
    public TrainingMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MetricNames.MeterName);
        _runs = meter.CreateCounter<long>(MetricNames.Runs, "{run}", "Attempts of training runs by outcome.");
        _duration = meter.CreateHistogram(MetricNames.Duration, "s", "Time of an attempt of a training run.", tags: null, Seconds);
        _error = meter.CreateGauge<double>(MetricNames.Error, "1", "RMSE on the held-out rows of the last run, in the target's unit.");
        _last = meter.CreateGauge<double>(MetricNames.Last, "s", "When an attempt of a training run ended last, as seconds since 1970.");
    }

    /// <summary>Notes how an attempt ended.</summary>
    public void Record(TrainingRun run, RunEnd end, DateTimeOffset ended, TimeSpan duration)
    {
        var model = new KeyValuePair<string, object?>(MetricNames.Model, run.Model);
        _runs.Add(1, model, new(MetricNames.Outcome, end.Outcome?.Decision ?? end.Status), new(MetricNames.Trigger, run.Request.Trigger ?? RunTriggers.Person));
        _duration.Record(duration.TotalSeconds, model);
        _last.Record(ended.ToUnixTimeMilliseconds() / 1000.0, model);
        foreach (var (role, results) in new[] { ("retrained", end.Outcome?.RetrainedModelResults), ("previous", end.Outcome?.PreviousModelResults) })
        {
            if (results is not null)
            {
                _error.Record(results.Rmse, model, new(MetricNames.Role, role));
            }
        }
    }
}
