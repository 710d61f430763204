using System.Collections.Concurrent;
using AspireMl.Storage;
using AspireMl.Storage.Jobs;
using Microsoft.Extensions.Options;

namespace AspireMl.Inference.Api.Jobs;

/// <summary>Stops running jobs that someone has cancelled, with one look at the store for all that this process has in hand.</summary>
sealed class CancelWatch(IJobStore store, IOptions<JobOptions> options, TimeProvider time) : BackgroundService
{
    readonly ConcurrentDictionary<Watched, bool> _running = [];

    /// <summary>Watches over a job until the result is disposed of.</summary>
    /// <param name="jobId">The job.</param>
    /// <param name="stopping">Cancels the result's token too.</param>
    public Watched Watch(Guid jobId, CancellationToken stopping)
    {
        var watched = new Watched(this, jobId, stopping);
        _running[watched] = true;
        return watched;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(options.Value.CancelCheck, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var running = _running.Keys.ToLookup(watched => watched.JobId);
            if (running.Count == 0)
            {
                continue;
            }

            try
            {
                foreach (var watched in (await store.FindCancelRequestedAsync([.. running.Select(job => job.Key)], stoppingToken)).SelectMany(jobId => running[jobId]))
                {
                    watched.Cancel();
                }
            }
            catch (Exception away) when (away is StorageUnavailableException or OperationCanceledException)
            {
                // The next look may find them.
            }
        }
    }

    /// <summary>A job that may be cancelled.</summary>
    public sealed class Watched(CancelWatch watch, Guid jobId, CancellationToken stopping) : IAsyncDisposable
    {
        readonly CancellationTokenSource _cancel = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        readonly Lock _lock = new();
        Task _cancelling = Task.CompletedTask;
        bool _ended;

        public Guid JobId => jobId;

        public CancellationToken Token => _cancel.Token;

        public void Cancel()
        {
            lock (_lock)
            {
                _cancelling = _ended || _cancel.IsCancellationRequested ? _cancelling : _cancel.CancelAsync();
            }
        }

        public async ValueTask DisposeAsync()
        {
            watch._running.TryRemove(this, out _);
            lock (_lock)
            {
                _ended = true;
            }

            await _cancelling;
            _cancel.Dispose();
        }
    }
}
