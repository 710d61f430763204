using System.Diagnostics;

namespace AspireMl.Inference.Api.Work;

/// <summary>A piece of work that waits for a worker thread.</summary>
abstract class WorkItem
{
    // Traces started on the worker thread belong to the request that asked for the work.
    readonly ExecutionContext? _context = ExecutionContext.Capture();

    readonly long _created = Stopwatch.GetTimestamp();

    /// <summary>Time since the work was asked for.</summary>
    public TimeSpan Waited => Stopwatch.GetElapsedTime(_created);

    /// <summary>Runs the work on the calling thread.</summary>
    public void Run()
    {
        if (_context is null)
        {
            RunCore();
        }
        else
        {
            ExecutionContext.Run(_context, static item => ((WorkItem)item!).RunCore(), this);
        }
    }

    /// <summary>Ends the wait of the requester.</summary>
    public abstract void Cancel();

    protected abstract void RunCore();
}

/// <inheritdoc/>
sealed class WorkItem<T>(Func<CancellationToken, T> work, CancellationToken cancellation) : WorkItem
{
    // The requester's continuation must not run on a worker thread.
    readonly TaskCompletionSource<T> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<T> Result => _result.Task;

    public override void Cancel() => _result.TrySetCanceled(cancellation);

    protected override void RunCore()
    {
        try
        {
            cancellation.ThrowIfCancellationRequested();
            _result.TrySetResult(work(cancellation));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            Cancel();
        }
        catch (Exception failure)
        {
            // Whoever waits for the result gets the failure; the worker goes on.
            _result.TrySetException(failure);
        }
    }
}
