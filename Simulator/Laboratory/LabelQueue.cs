using System.Collections.Concurrent;
using AspireMl.Contracts.Simulation;

namespace AspireMl.Simulator.Laboratory;

/// <summary>Samples that wait in the laboratory, oldest first. Safe for use by many threads, of which one drops.</summary>
sealed class LabelQueue
{
    readonly ConcurrentQueue<SimulatorReading> _waiting = new();

    /// <summary>How many wait.</summary>
    public int Count => _waiting.Count;

    public void Add(SimulatorReading sample) => _waiting.Enqueue(sample);

    /// <summary>The oldest samples from up to a time, which stay in the queue.</summary>
    public IReadOnlyList<SimulatorReading> Due(DateTimeOffset until, int most) =>
        [.. _waiting.TakeWhile(sample => sample.At <= until).Take(most)];

    /// <summary>Takes away the oldest samples.</summary>
    public void Drop(int count)
    {
        for (var i = 0; i < count; i++)
        {
            _waiting.TryDequeue(out _);
        }
    }
}
