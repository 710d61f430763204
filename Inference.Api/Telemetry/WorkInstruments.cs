using System.Diagnostics.Metrics;
using AspireMl.Contracts.Documents;
using static AspireMl.Inference.Api.Telemetry.MetricNames;

namespace AspireMl.Inference.Api.Telemetry;

internal sealed class WorkInstruments(Meter meter)
{
    const string Hit = "hit";
    const string Miss = "miss";

    readonly Histogram<double> _duration = meter.CreateHistogram(
        Duration, "s", "Time of an answer by stage: decode, ocr, read, total.", tags: null, Buckets.Seconds);

    readonly Histogram<double> _queueWait = meter.CreateHistogram(
        QueueWait, "s", "Time that a request waited for a worker.", tags: null, Buckets.Seconds);

    readonly Counter<long> _rejected = Zeroed(meter.CreateCounter<long>(
        Rejected, "{request}", "Requests turned away because the queue was full."), [[]]);

    readonly UpDownCounter<long> _active = Zeroed(meter.CreateUpDownCounter<long>(
        Active, "{request}", "Requests that workers are busy with."));

    readonly Counter<long> _ocrCacheLookups = Zeroed(
        meter.CreateCounter<long>(OcrCacheLookups, "{lookup}", "Looks into the cache of pages that were read before."),
        [new(CacheResult, Hit)],
        [new(CacheResult, Miss)]);

    public void RecordDurations(string model, AnswerTimings timings)
    {
        Record(timings.DecodeMs, "decode");
        Record(timings.OcrMs, "ocr");
        Record(timings.ReadMs, "read");
        Record(timings.TotalMs, "total");

        void Record(double milliseconds, string stage)
        {
            if (milliseconds > 0)
            {
                _duration.Record(milliseconds / 1000, new(ModelName, model), new(Stage, stage));
            }
        }
    }

    public void RecordQueueWait(TimeSpan waited) => _queueWait.Record(waited.TotalSeconds);

    public void RecordRejected() => _rejected.Add(1);

    public void RecordOcrCacheLookup(bool hit) => _ocrCacheLookups.Add(1, new KeyValuePair<string, object?>(CacheResult, hit ? Hit : Miss));

    public IDisposable Track() => new TrackedWork(_active);

    public void ObserveQueue(Func<int> depth, int capacity, int workers)
    {
        meter.CreateObservableUpDownCounter(QueueDepth, depth, "{request}", "Requests that wait for a worker.");
        meter.CreateObservableUpDownCounter(QueueCapacity, () => capacity, "{request}", "Requests that may wait before more are turned away.");
        meter.CreateObservableUpDownCounter(Workers, () => workers, "{worker}", "Workers that answer at the same time.");
    }

    // A counter that starts at 0 shows its first event as a rise.
    static Counter<long> Zeroed(Counter<long> counter, params KeyValuePair<string, object?>[][] series)
    {
        foreach (var tags in series)
        {
            counter.Add(0, tags);
        }

        return counter;
    }

    static UpDownCounter<long> Zeroed(UpDownCounter<long> counter)
    {
        counter.Add(0);
        return counter;
    }

    sealed class TrackedWork : IDisposable
    {
        UpDownCounter<long>? _active;

        public TrackedWork(UpDownCounter<long> active)
        {
            _active = active;
            active.Add(1);
        }

        public void Dispose() => Interlocked.Exchange(ref _active, null)?.Add(-1);
    }
}
