using AspireMl.Inference.Api.Telemetry;
using AspireMl.Storage;
using AspireMl.Storage.Jobs;
using AspireMl.Storage.Queue;
using Microsoft.Extensions.Options;

namespace AspireMl.Inference.Api.Jobs;

/// <summary>Counts the jobs that have not ended and the dead letters now and then, so that a scrape of the metrics asks no server.</summary>
sealed class JobBacklogWatch(IJobStore store, IMessageBroker broker, InferenceMetrics metrics, IOptions<JobOptions> options, TimeProvider time) : BackgroundService
{
    JobBacklog _last = new(0, 0, null);
    long _dead;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        metrics.ObserveBacklog(() => (Last.Queued, Last.Running), Age, () => Interlocked.Read(ref _dead));
        using var timer = new PeriodicTimer(options.Value.BacklogRefresh, time);
        do
        {
            try
            {
                Volatile.Write(ref _last, await store.ReadBacklogAsync(stoppingToken));
                Interlocked.Exchange(ref _dead, await broker.CountDeadAsync(stoppingToken));
            }
            catch (StorageUnavailableException)
            {
                // The last figures stand until the servers answer again; the health check tells that they do not.
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    JobBacklog Last => Volatile.Read(ref _last);

    double Age() => Last.OldestQueued is { } oldest ? Math.Max(0, (time.GetUtcNow() - oldest).TotalSeconds) : 0;
}
