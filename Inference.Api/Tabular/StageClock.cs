using System.Diagnostics;
using AspireMl.Inference.Api.Telemetry;

namespace AspireMl.Inference.Api.Tabular;

/// <summary>Measures the stages of work on rows, one after the other.</summary>
sealed class StageClock(InferenceMetrics metrics, string model)
{
    long _start = Stopwatch.GetTimestamp();

    /// <summary>A stage has ended and the next one begins.</summary>
    public void Done(string stage)
    {
        var now = Stopwatch.GetTimestamp();
        metrics.RecordRowStage(model, stage, Stopwatch.GetElapsedTime(_start, now));
        _start = now;
    }
}
