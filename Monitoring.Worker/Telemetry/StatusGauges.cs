using System.Diagnostics.Metrics;
using AspireMl.Contracts.Monitoring;
using AspireMl.Storage.Monitoring;
using Microsoft.Extensions.Options;
using static AspireMl.Monitoring.Worker.Telemetry.MetricNames;
using Tag = System.Collections.Generic.KeyValuePair<string, object?>;

namespace AspireMl.Monitoring.Worker.Telemetry;

/// <summary>Tells how what is watched stands, as it was read from the database last.</summary>
sealed class StatusGauges
{
    readonly TimeProvider _time;
    readonly int _mostFigures;
    MonitoringStatus _status = new([], [], 0);

    public StatusGauges(IMeterFactory meters, TimeProvider time, IOptions<TelemetryOptions> options)
    {
        (_time, _mostFigures) = (time, options.Value.MaxFigures);
        var meter = meters.Create(MeterName);
        meter.CreateObservableGauge(LastRun, () => OfMonitors(LastRunOf), "s", "Time at which a monitor ran last, as seconds since 1970.");
        meter.CreateObservableGauge(Overdue, () => OfMonitors(OverdueOf), "s", "Time since a monitor was due; 0 while it is not.");
        meter.CreateObservableGauge(Flagged, () => OfMonitors(FlaggedOf), "1", "1 while a monitor's last report gives cause for an alert, else 0.");
        meter.CreateObservableGauge(Figure, () => OfFigures(figure => figure.Value), "1", "A figure of a monitor's last report.");
        meter.CreateObservableGauge(FigureFlagged, () => OfFigures(figure => figure.Flagged ? 1 : 0), "1", "1 for a figure beyond its threshold, else 0.");
        meter.CreateObservableGauge(AlertsActive, OfAlerts, "{alert}", "Alerts that are not resolved.");
        meter.CreateObservableGauge(WebhooksPending, () => _status.PendingWebhooks, "{delivery}", "Alerts that are still to be posted.");
    }

    public void Show(MonitoringStatus status) => Volatile.Write(ref _status, status);

    // Two monitors may have one name; a series may stand on the page once.
    static IEnumerable<Measurement<double>> Once(IEnumerable<(string Key, double Value, Tag[] Tags)> series) =>
        series.GroupBy(one => one.Key).Select(same => new Measurement<double>(same.Max(one => one.Value), same.First().Tags));

    IEnumerable<Measurement<double>> OfMonitors(Func<MonitorStatus, double?> value) => Once(
        from status in _status.Monitors
        let settings = status.Monitor.Settings
        let figure = value(status)
        where figure is not null
        select ($"{settings.Model}\n{settings.Kind}\n{settings.Name}", figure.Value, TagsOf(settings)));

    IEnumerable<Measurement<double>> OfFigures(Func<ReportFigure, double> value) => Once(
        from status in _status.Monitors
        let settings = status.Monitor.Settings
        from figure in (status.Report?.Figures ?? []).OrderByDescending(figure => figure.Flagged).Take(_mostFigures)
        select (
            $"{settings.Model}\n{settings.Kind}\n{settings.Name}\n{figure.Name}\n{figure.Measure}",
            value(figure),
            (Tag[])[.. TagsOf(settings), new(MetricNames.Name, figure.Name), new(Measure, figure.Measure ?? "")]));

    IEnumerable<Measurement<long>> OfAlerts() =>
        _status.Alerts.Select(alerts => new Measurement<long>(alerts.Count, new(Model, alerts.Model), new(MetricNames.Kind, alerts.Kind), new(State, alerts.State)));

    static double? LastRunOf(MonitorStatus status) => status.Monitor.LastRunAt?.ToUnixTimeMilliseconds() / 1000.0;

    // One that the scheduler does not know is due since it ran last.
    double? OverdueOf(MonitorStatus status) =>
        Math.Max(0, (_time.GetUtcNow() - (status.Monitor.NextRunAt ?? status.Monitor.LastRunAt ?? status.Monitor.CreatedAt)).TotalSeconds);

    static double? FlaggedOf(MonitorStatus status) => status.Report is { } report ? report.Flagged ? 1 : 0 : null;

    static Tag[] TagsOf(MonitorSettings settings) => [new(Model, settings.Model), new(MetricNames.Kind, settings.Kind), new(MetricNames.Monitor, settings.Name)];
}
