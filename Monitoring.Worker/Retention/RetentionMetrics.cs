using System.Diagnostics.Metrics;
using static AspireMl.Monitoring.Worker.Telemetry.MetricNames;

namespace AspireMl.Monitoring.Worker.Retention;

/// <summary>What this process deleted for its age, and when it last got through.</summary>
sealed class RetentionMetrics
{
    readonly Counter<long> _deleted;
    long _lastWholeRun;

    /// <summary>Creates the instruments on the meter, which the factory disposes of.</summary>
    public RetentionMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _deleted = meter.CreateCounter<long>(Deleted, "{record}", "Records that were deleted for their age.");
        meter.CreateObservableGauge(LastWholeRun, WholeRuns, "s", "Time at which all that was too old had been deleted, as seconds since 1970.");
        foreach (var kind in KindNames.All)
        {
            RecordDeleted(kind, 0);
        }
    }

    public void RecordDeleted(string kind, int count) => _deleted.Add(count, new KeyValuePair<string, object?>(RetentionKind, kind));

    public void RecordWholeRun(DateTimeOffset at) => Interlocked.Exchange(ref _lastWholeRun, at.ToUnixTimeSeconds());

    // A process that has not done it yet says nothing; another may have.
    IEnumerable<Measurement<double>> WholeRuns() => Interlocked.Read(ref _lastWholeRun) is > 0 and var seconds ? [new(seconds)] : [];
}
