using System.Diagnostics.Metrics;
using static AspireMl.Inference.Api.Telemetry.MetricNames;

namespace AspireMl.Inference.Api.Telemetry;

internal sealed class TabularInstruments(Meter meter)
{
    readonly Counter<long> _predictions = meter.CreateCounter<long>(TabularPredictions, "{prediction}", "Rows that were predicted.");

    readonly Counter<long> _refused = meter.CreateCounter<long>(TabularRefused, "{request}", "Requests whose rows did not fit the model's card.");

    readonly Counter<long> _missing = meter.CreateCounter<long>(TabularMissing, "{value}", "Values that were missing in predicted rows.");

    readonly Counter<long> _outOfRange = meter.CreateCounter<long>(
        TabularOutOfRange, "{value}", "Values in predicted rows outside the range that training saw.");

    readonly Histogram<long> _instances = meter.CreateHistogram(
        TabularInstances, "{row}", "Rows of a request.", tags: null, Buckets.Instances);

    readonly Histogram<long> _runInstances = meter.CreateHistogram(
        TabularRunInstances, "{row}", "Rows of a run of the model, which small requests share.", tags: null, Buckets.Instances);

    readonly Histogram<double> _duration = meter.CreateHistogram(
        TabularDuration, "s", "Time of a request's rows by stage: read, predict, explain.", tags: null, Buckets.ShortSeconds);

    public void Prime(string model, string version)
    {
        _predictions.Add(0, new(ModelName, model), new(MetricNames.ModelVersion, version));
        foreach (var counter in (Counter<long>[])[_refused, _missing, _outOfRange])
        {
            counter.Add(0, new KeyValuePair<string, object?>(ModelName, model));
        }
    }

    public void Record(string model, string version, int rows, int missing, int outOfRange)
    {
        _predictions.Add(rows, new(ModelName, model), new(MetricNames.ModelVersion, version));
        _missing.Add(missing, new KeyValuePair<string, object?>(ModelName, model));
        _outOfRange.Add(outOfRange, new KeyValuePair<string, object?>(ModelName, model));
        _instances.Record(rows, new KeyValuePair<string, object?>(ModelName, model));
    }

    public void RecordRefused(string model) => _refused.Add(1, new KeyValuePair<string, object?>(ModelName, model));

    public void RecordRun(string model, int rows) => _runInstances.Record(rows, new KeyValuePair<string, object?>(ModelName, model));

    public void RecordStage(string model, string stage, TimeSpan time) => _duration.Record(time.TotalSeconds, new(ModelName, model), new(Stage, stage));
}
