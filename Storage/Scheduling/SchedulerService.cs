using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace AspireMl.Storage.Scheduling;

/// <summary>Starts the scheduler once the database answers, and lets running work end before the service stops.</summary>
sealed partial class SchedulerService(StoredScheduler stored, ILogger<SchedulerService> logger) : BackgroundService
{
    static readonly TimeSpan Delay = TimeSpan.FromSeconds(1);
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    IScheduler? _scheduler;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        // A host may be told to stop twice at once.
        if (Interlocked.Exchange(ref _scheduler, null) is not { } scheduler)
        {
            return;
        }

        try
        {
            // The library has been seen to wait for ever where a job was just being handed over, whatever the token said.
            await scheduler.Shutdown(waitForJobsToComplete: true, cancellationToken).AsTask().WaitAsync(Patience, cancellationToken);
        }
        catch (TimeoutException)
        {
            LogLeft(Patience.TotalSeconds);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (_scheduler is null)
        {
            try
            {
                _scheduler = await stored.StartAsync(stoppingToken);
            }
            catch (Exception away) when (away is StorageUnavailableException or SchedulerException)
            {
                LogWaiting(away.Message);
                await Task.Delay(Delay, stoppingToken);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The scheduler has not ended after {Seconds} s; what it was doing is done again by the next worker")]
    partial void LogLeft(double seconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The scheduler waits: {Reason}")]
    partial void LogWaiting(string reason);
}
