using System.Diagnostics.Metrics;
using static AspireMl.Inference.Api.Telemetry.MetricNames;

namespace AspireMl.Inference.Api.Telemetry;

internal sealed class LifecycleInstruments(Meter meter)
{
    readonly Gauge<double> _part = meter.CreateGauge<double>(StartupPartDuration, "s", "Time that one part of the service took to start.");

    readonly Gauge<double> _total = meter.CreateGauge<double>(StartupDuration, "s", "Time from the start of the process until it was ready.");

    readonly Gauge<long> _ready = meter.CreateGauge<long>(ModelReady, "1", "1 for each model version that answers, 0 for one that did.");

    public void RecordPart(string part, TimeSpan duration) =>
        _part.Record(duration.TotalSeconds, new KeyValuePair<string, object?>(StartupPart, part));

    public void RecordTotal(TimeSpan duration) => _total.Record(duration.TotalSeconds);

    public void RecordModelReady(string model, string version) => _ready.Record(1, new(ModelName, model), new(ModelVersion, version));

    public void RecordModelGone(string model, string version) => _ready.Record(0, new(ModelName, model), new(ModelVersion, version));
}
