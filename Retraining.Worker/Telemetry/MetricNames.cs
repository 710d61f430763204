namespace AspireMl.Retraining.Worker.Telemetry;

/// <summary>Names of the meter, its instruments and their attributes; docs/metrics.md says what each means.</summary>
internal static class MetricNames
{
    public const string MeterName = "AspireMl.Retraining";

    public const string Runs = "aspireml.training.runs";
    public const string Duration = "aspireml.training.duration";
    public const string Error = "aspireml.training.rmse";
    public const string Last = "aspireml.training.last_run.timestamp";

    public const string Model = "aspireml.model.name";
    public const string Outcome = "aspireml.outcome";
    public const string Trigger = "aspireml.training.trigger";
    public const string Role = "aspireml.training.role";
}
