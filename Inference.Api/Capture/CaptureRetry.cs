using System.Collections.Concurrent;
using AspireMl.Storage;
using Microsoft.Extensions.Options;

namespace AspireMl.Inference.Api.Capture;

/// <summary>Repeats work while a store is away, with growing waits; during a stop it tries once more and no longer.</summary>
sealed partial class CaptureRetry(CaptureQueue queue, IOptions<CaptureOptions> options, ILogger<CaptureRetry> logger)
{
    readonly GrowingWait _waits = new(options.Value.FirstRetry, options.Value.LongestRetry);
    readonly ConcurrentDictionary<Func<CancellationToken, Task>, string> _waiting = new();

    /// <summary>Why answers wait for a store now, in the store's words; null while none does.</summary>
    public string? WhyWaiting => _waiting.Values.FirstOrDefault();

    /// <summary>Runs the work until it succeeds.</summary>
    /// <param name="work">What to do; safe to repeat, and an instance of this call's own.</param>
    /// <param name="closing">The program is stopping: no more waiting.</param>
    /// <param name="cancellation">Gives up at once.</param>
    /// <returns>False when the store was still away while closing.</returns>
    public async Task<bool> RunAsync(Func<CancellationToken, Task> work, CancellationToken closing, CancellationToken cancellation)
    {
        try
        {
            return await RepeatAsync(work, closing, cancellation);
        }
        finally
        {
            _waiting.TryRemove(work, out _);
        }
    }

    async Task<bool> RepeatAsync(Func<CancellationToken, Task> work, CancellationToken closing, CancellationToken cancellation)
    {
        for (var attempts = 1; ; attempts++)
        {
            var wait = _waits.After(attempts);
            var last = closing.IsCancellationRequested;
            try
            {
                await work(cancellation);
                return true;
            }
            catch (StorageUnavailableException unavailable)
            {
                if (last)
                {
                    return false;
                }

                queue.CountRetry();
                _waiting[work] = unavailable.Message;
                LogWaiting(wait, unavailable.Message);
            }

            await Task.Delay(wait, closing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellation.ThrowIfCancellationRequested();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Captured answers wait {Wait} for a store: {Reason}")]
    partial void LogWaiting(TimeSpan wait, string reason);
}
