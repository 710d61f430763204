using AspireMl.Contracts.Monitoring;
using AspireMl.Monitoring.Worker.Drift;
using AspireMl.Monitoring.Worker.Reports;
using AspireMl.Monitoring.Worker.Telemetry;
using AspireMl.ServiceDefaults.Refusals;
using AspireMl.Storage.Monitoring;

namespace AspireMl.Monitoring.Worker.Monitors;

/// <summary>Has a monitor make its report and raise or resolve its alert.</summary>
sealed class MonitorRunner(IEnumerable<IWatch> watches, IAlertStore alerts, MonitoringMetrics metrics)
{
    readonly Dictionary<string, IWatch> _watches = watches.ToDictionary(watch => watch.Kind);

    /// <summary>Runs a monitor.</summary>
    /// <exception cref="Storage.StorageUnavailableException">The database cannot be reached.</exception>
    public async Task<MonitorOutcome> RunAsync(MonitorRecord monitor, DateTimeOffset now, CancellationToken cancellation)
    {
        var watch = _watches[monitor.Settings.Kind];
        try
        {
            var report = await watch.WatchAsync(RequestOf(monitor.Settings, watch.DefaultReference, now), cancellation);
            if (report.Current.Rows < monitor.Settings.MinimumRows)
            {
                return new(RunOutcome.NotJudged, report.ReportId, $"There are {report.Current.Rows} rows; with fewer than {monitor.Settings.MinimumRows} it does not judge.");
            }

            var message = watch.Describe(report);
            if (await alerts.ObserveAsync(new(monitor, report.Flagged, message, report.ReportId, now), cancellation) is { } happened)
            {
                metrics.RecordAlert(happened);
            }

            return new(report.Flagged ? RunOutcome.Flagged : RunOutcome.Quiet, report.ReportId, message);
        }
        catch (RefusalException refusal)
        {
            // No rows say neither that it drifts nor that it does not: an open alert stays open.
            return new(RunOutcome.NotJudged, null, refusal.Message);
        }
    }

    static DriftRequest RequestOf(MonitorSettings settings, string reference, DateTimeOffset now) => new(
        settings.Model,
        WindowQuery.Reference(settings.Reference, reference),
        now - WindowQuery.Length(settings.Window, default),
        now,
        new() { Tests = DriftTests.Parse(settings.Methods), DriftedShare = settings.DriftedShare })
    {
        Thresholds = settings.Thresholds,
    };
}
