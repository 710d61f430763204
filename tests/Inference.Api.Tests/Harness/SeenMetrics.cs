using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using AspireMl.Inference.Api.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace AspireMl.Inference.Api.Tests.Harness;

/// <summary>The service's metrics with a listener that keeps what they record, and nothing of what others do.</summary>
sealed class SeenMetrics : IDisposable
{
    readonly ServiceProvider _services = new ServiceCollection().AddMetrics().AddSingleton<InferenceMetrics>().BuildServiceProvider();
    readonly MeterListener _listener = new();
    readonly ConcurrentQueue<SeenMeasurement> _seen = [];

    public SeenMetrics()
    {
        var factory = _services.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == MetricNames.MeterName && instrument.Meter.Scope == factory)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Saw(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Saw(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Saw(instrument, value, tags));
        _listener.Start();
    }

    public InferenceMetrics Metrics => _services.GetRequiredService<InferenceMetrics>();

    /// <summary>What was recorded, in order.</summary>
    public IReadOnlyList<SeenMeasurement> All => [.. _seen];

    /// <summary>Has gauges and other observed instruments measure now.</summary>
    public void Observe() => _listener.RecordObservableInstruments();

    public void Dispose()
    {
        _listener.Dispose();
        _services.Dispose();
    }

    void Saw(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _seen.Enqueue(new(instrument.Name, value, tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value)));
}

/// <summary>One measurement.</summary>
sealed record SeenMeasurement(string Name, double Value, IReadOnlyDictionary<string, object?> Tags);
