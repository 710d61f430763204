using Quartz;

namespace AspireMl.Monitoring.Worker.Retention;

/// <summary>Deletes what is too old at its times. Of all workers one does it, and not twice at a time.</summary>
[DisallowConcurrentExecution]
sealed class RetentionJob(RetentionRun run, IHostApplicationLifetime lifetime) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        // A stop does not wait for all that is old: the next run goes on with it.
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        try
        {
            await run.RunAsync(ending.Token);
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // What was deleted is counted, the rest is left for the next run.
        }
    }
}
