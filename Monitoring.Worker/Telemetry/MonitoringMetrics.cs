using System.Diagnostics.Metrics;
using AspireMl.Contracts.Monitoring;
using static AspireMl.Monitoring.Worker.Telemetry.MetricNames;

namespace AspireMl.Monitoring.Worker.Telemetry;

/// <summary>What this process does. How what is watched stands is told by <see cref="StatusGauges"/>, the same by every process.</summary>
sealed class MonitoringMetrics
{
    static readonly InstrumentAdvice<double> Seconds = new() { HistogramBucketBoundaries = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300] };

    readonly Counter<long> _runs;
    readonly Histogram<double> _duration;
    readonly Counter<long> _events;
    readonly Counter<long> _webhooks;

    /// <summary>Creates the meter, which the factory disposes of.</summary>
    public MonitoringMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _runs = meter.CreateCounter<long>(Runs, "{run}", "Runs of monitors by outcome: quiet, flagged, not_judged, failed.");
        _duration = meter.CreateHistogram(Duration, "s", "Time of a run of a monitor.", tags: null, Seconds);
        _events = meter.CreateCounter<long>(AlertEvents, "{alert}", "Alerts that were raised or resolved.");
        _webhooks = meter.CreateCounter<long>(MetricNames.Webhooks, "{attempt}", "Attempts to post an alert by outcome: delivered, failed, given_up.");
        foreach (var outcome in WebhookOutcomes.All)
        {
            RecordWebhook(outcome, 0);
        }
    }

    public void RecordRun(MonitorSettings monitor, string outcome, TimeSpan duration)
    {
        // A counter that starts at 0 shows its first event as a rise.
        foreach (var each in RunOutcome.All)
        {
            _runs.Add(each == outcome ? 1 : 0, new(Model, monitor.Model), new(MetricNames.Kind, monitor.Kind), new(Outcome, each));
        }

        _duration.Record(duration.TotalSeconds, new KeyValuePair<string, object?>(MetricNames.Kind, monitor.Kind));
    }

    public void RecordAlert(AlertEvent happened)
    {
        foreach (var type in (string[])[AlertEvent.Raised, AlertEvent.Resolved])
        {
            _events.Add(type == happened.Type ? 1 : 0, new(Model, happened.Data.Model), new(MetricNames.Kind, happened.Data.Kind), new(Event, type));
        }
    }

    public void RecordWebhook(string outcome, int count = 1) => _webhooks.Add(count, new KeyValuePair<string, object?>(Outcome, outcome));
}
