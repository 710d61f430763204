using AspireMl.ServiceDefaults.Refusals;
using Microsoft.Extensions.Options;

namespace AspireMl.Inference.Api.Uploads;

/// <summary>Bounds the memory that all uploads take together, before the first byte of one is read.</summary>
sealed class UploadBudget(IOptions<UploadOptions> options)
{
    static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);
    readonly long _limit = options.Value.MaxBytesInMemory;
    long _taken;

    /// <summary>Sets bytes aside until the lease is disposed of.</summary>
    /// <exception cref="RefusalException">Too many are set aside already: status 429.</exception>
    public Lease Take(long bytes)
    {
        // A single upload that is larger than the whole budget gets in alone.
        if (Interlocked.Add(ref _taken, bytes) > Math.Max(_limit, bytes))
        {
            Interlocked.Add(ref _taken, -bytes);
            throw Refusal.Busy("The service is busy with other uploads. Try again in a moment.", Retry);
        }

        return new(this, bytes);
    }

    /// <summary>Bytes set aside.</summary>
    public sealed class Lease(UploadBudget budget, long bytes) : IDisposable
    {
        long _bytes = bytes;

        public void Dispose() => Interlocked.Add(ref budget._taken, -Interlocked.Exchange(ref _bytes, 0));
    }
}
