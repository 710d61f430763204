using System.Diagnostics;
using AspireMl.Inference.Api.Telemetry;
using AspireMl.ServiceDefaults.Refusals;
using Microsoft.Extensions.Options;

namespace AspireMl.Inference.Api.Work;

/// <summary>
/// A bounded line of work in front of a fixed number of threads of its own: the work is long and busy, and would starve
/// the thread pool. A request whose client has gone leaves the line at once.
/// </summary>
sealed class WorkQueue : IHostedService
{
    static readonly TimeSpan ShortestRetry = TimeSpan.FromSeconds(1);
    static readonly TimeSpan LongestRetry = TimeSpan.FromSeconds(30);

    // Weight of the newest duration in the running mean.
    const double Newest = 0.2;

    readonly WorkOptions _options;
    readonly InferenceMetrics _metrics;
    readonly LinkedList<WorkItem> _waiting = [];
    readonly object _lock = new();
    Thread[] _workers = [];
    bool _stopping;
    double _meanSeconds = 1;

    public WorkQueue(IOptions<WorkOptions> options, InferenceMetrics metrics)
    {
        _options = options.Value;
        _metrics = metrics;
        metrics.ObserveQueue(() => Waiting, _options.Capacity, _options.EffectiveWorkers);
    }

    /// <summary>Requests that wait.</summary>
    public int Waiting
    {
        get
        {
            lock (_lock)
            {
                return _waiting.Count;
            }
        }
    }

    /// <summary>Refuses at once when the line is full, before anything is done for the request.</summary>
    /// <exception cref="RefusalException">Status 429.</exception>
    public void ThrowIfFull()
    {
        lock (_lock)
        {
            ThrowIfFullLocked();
        }
    }

    /// <summary>Puts work into the line and waits for its result.</summary>
    /// <param name="work">What to do; called once, on a worker thread.</param>
    /// <param name="cancellation">Takes the work out of the line, or stops it when it observes this token.</param>
    /// <exception cref="RefusalException">The line is full: status 429.</exception>
    public async Task<T> RunAsync<T>(Func<CancellationToken, T> work, CancellationToken cancellation)
    {
        var item = new WorkItem<T>(work, cancellation);
        LinkedListNode<WorkItem> node;
        lock (_lock)
        {
            ThrowIfFullLocked();
            node = _waiting.AddLast(item);
            Monitor.Pulse(_lock);
        }

        await using var registration = cancellation.UnsafeRegister(_ => Leave(node), null);
        return await item.Result;
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _workers = [.. Enumerable.Range(1, _options.EffectiveWorkers).Select(number => new Thread(Work) { IsBackground = true, Name = $"worker {number}" })];
        Array.ForEach(_workers, worker => worker.Start());
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _stopping = true;
            Monitor.PulseAll(_lock);
        }

        return Task.CompletedTask;
    }

    void Work()
    {
        WorkerPriority.StandBack();
        while (Take() is { } item)
        {
            var start = Stopwatch.GetTimestamp();
            _metrics.RecordQueueWait(item.Waited);
            using (_metrics.TrackWork())
            {
                item.Run();
            }

            lock (_lock)
            {
                _meanSeconds += Newest * (Stopwatch.GetElapsedTime(start).TotalSeconds - _meanSeconds);
            }
        }
    }

    WorkItem? Take()
    {
        lock (_lock)
        {
            while (_waiting.Count == 0)
            {
                if (_stopping)
                {
                    return null;
                }

                Monitor.Wait(_lock);
            }

            var item = _waiting.First!.Value;
            _waiting.RemoveFirst();
            return item;
        }
    }

    void Leave(LinkedListNode<WorkItem> node)
    {
        lock (_lock)
        {
            if (node.List is null)
            {
                return;
            }

            _waiting.Remove(node);
        }

        node.Value.Cancel();
    }

    void ThrowIfFullLocked()
    {
        if (_waiting.Count >= _options.Capacity)
        {
            _metrics.RecordRejected();
            var seconds = (_waiting.Count + 1) * _meanSeconds / _options.EffectiveWorkers;
            throw Refusal.Busy(
                $"The service is busy: {_waiting.Count} requests are waiting. Try again later.",
                TimeSpan.FromSeconds(Math.Clamp(seconds, ShortestRetry.TotalSeconds, LongestRetry.TotalSeconds)));
        }
    }
}
