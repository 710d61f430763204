using System.Threading.RateLimiting;
using AspireMl.ServiceDefaults.Refusals;
using Microsoft.Extensions.Options;

namespace AspireMl.Inference.Api.Tabular;

/// <summary>
/// Bounds how many requests are predicted at once and how many wait. The line is apart from that of documents, whose
/// work takes a thousand times as long.
/// </summary>
sealed class TabularTurns(IOptions<TabularOptions> options) : IDisposable
{
    static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);

    readonly ConcurrencyLimiter _limiter = new(new()
    {
        PermitLimit = options.Value.EffectiveWorkers,
        QueueLimit = options.Value.Capacity,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <summary>A turn that is free now; null when there is none.</summary>
    public RateLimitLease? TryTake()
    {
        var turn = _limiter.AttemptAcquire(1);
        if (turn.IsAcquired)
        {
            return turn;
        }

        turn.Dispose();
        return null;
    }

    /// <summary>Waits for a turn; disposing of the result ends it.</summary>
    /// <exception cref="RefusalException">Too many wait: status 429.</exception>
    public async Task<RateLimitLease> TakeAsync(CancellationToken cancellation)
    {
        var turn = await _limiter.AcquireAsync(1, cancellation);
        if (turn.IsAcquired)
        {
            return turn;
        }

        turn.Dispose();
        throw Refusal.Busy("The service is busy with other rows. Try again in a moment.", Retry);
    }

    public void Dispose() => _limiter.Dispose();
}
