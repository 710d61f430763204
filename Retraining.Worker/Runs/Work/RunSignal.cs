using System.Threading.Channels;

namespace AspireMl.Retraining.Worker.Runs.Work;

/// <summary>Wakes this process's worker when a run was added here; other processes see it at their next look.</summary>
internal sealed class RunSignal
{
    readonly Channel<bool> _channel = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>A run was added.</summary>
    public void Set() => _channel.Writer.TryWrite(true);

    /// <summary>Waits for a run, but not longer than this.</summary>
    public async Task WaitAsync(TimeSpan longest, CancellationToken cancellation)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        waiting.CancelAfter(longest);
        try
        {
            await _channel.Reader.ReadAsync(waiting.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // Nothing came; the caller looks for itself.
        }
    }
}
