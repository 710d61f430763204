namespace AspireMl.Monitoring.Worker.Telemetry;

/// <summary>Names of the meter, its instruments and their attributes; docs/metrics.md says what each means.</summary>
static class MetricNames
{
    public const string MeterName = "AspireMl.Monitoring";

    public const string Runs = "aspireml.monitor.runs";
    public const string Duration = "aspireml.monitor.duration";
    public const string LastRun = "aspireml.monitor.last_run.timestamp";
    public const string Overdue = "aspireml.monitor.overdue";
    public const string Figure = "aspireml.monitor.figure";
    public const string Flagged = "aspireml.monitor.flagged";
    public const string FigureFlagged = "aspireml.monitor.figure.flagged";
    public const string AlertsActive = "aspireml.alerts.active";
    public const string AlertEvents = "aspireml.alerts.events";
    public const string Webhooks = "aspireml.webhook.attempts";
    public const string WebhooksPending = "aspireml.webhook.pending";

    public const string Deleted = "aspireml.retention.deleted";
    public const string LastWholeRun = "aspireml.retention.last_run.timestamp";

    public const string Model = "aspireml.model.name";
    public const string Kind = "aspireml.monitor.kind";
    public const string Monitor = "aspireml.monitor.name";
    public const string Name = "aspireml.figure.name";
    public const string Measure = "aspireml.figure.measure";
    public const string State = "aspireml.alert.state";
    public const string Event = "aspireml.alert.event";
    public const string RetentionKind = "aspireml.retention.kind";
    public const string Outcome = "aspireml.outcome";
}
