using Microsoft.Extensions.Options;

namespace AspireMl.Monitoring.Worker.Retention;

/// <summary>Deletes what is too old, kind by kind and batch by batch; a kind whose store fails does not hold up the others, and is tried again by the next run.</summary>
sealed partial class RetentionRun(
    IEnumerable<RetainedKind> kinds, RetentionMetrics metrics, TimeProvider time, IOptions<RetentionOptions> options, ILogger<RetentionRun> logger)
{
    /// <summary>Runs once.</summary>
    /// <returns>Whether no kind failed.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var whole = true;
        foreach (var kind in kinds)
        {
            whole &= kind.Lifetime is not { } lifetime || await TryAsync(kind, now - lifetime, cancellation);
        }

        if (whole)
        {
            metrics.RecordWholeRun(time.GetUtcNow());
        }

        return whole;
    }

    async Task<bool> TryAsync(RetainedKind kind, DateTimeOffset before, CancellationToken cancellation)
    {
        var deleted = 0L;
        try
        {
            for (var last = options.Value.BatchSize; last == options.Value.BatchSize;)
            {
                cancellation.ThrowIfCancellationRequested();
                last = await kind.DeleteAsync(before, options.Value.BatchSize, cancellation);
                metrics.RecordDeleted(kind.Name, last);
                deleted += last;
            }

            return true;
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            LogFailure(kind.Name, failure);
            return false;
        }
        finally
        {
            if (deleted > 0)
            {
                LogDeleted(kind.Name, deleted, before);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Deleted {Count} {Kind} from before {Time:u}")]
    partial void LogDeleted(string kind, long count, DateTimeOffset time);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Old {Kind} were not all deleted; the next run tries again")]
    partial void LogFailure(string kind, Exception failure);
}
