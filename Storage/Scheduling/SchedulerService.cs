using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace AspireMl.Storage.Scheduling;

/// <summary>Starts the scheduler once the database answers, and lets running work end before the service stops.</summary>
sealed partial class SchedulerService(StoredScheduler stored, ILogger<SchedulerService> logger) : BackgroundService
{
    static readonly TimeSpan Delay = TimeSpan.FromSeconds(1);
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    readonly Lock _lock = new();
    IScheduler? _scheduler;
    Task? _stopped;

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        // A host may be told to stop twice at once, and takes its services away once one of the two is through.
        lock (_lock)
        {
            return _stopped ??= StopOnceAsync(cancellationToken);
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

    async Task StopOnceAsync(CancellationToken cancellation)
    {
        await base.StopAsync(cancellation);
        if (_scheduler is null)
        {
            return;
        }

        try
        {
            // The library has been seen to wait for ever where a job was just being handed over, whatever the token said.
            await _scheduler.Shutdown(waitForJobsToComplete: true, cancellation).AsTask().WaitAsync(Patience, cancellation);
        }
        catch (TimeoutException)
        {
            LogLeft(Patience.TotalSeconds);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The scheduler has not ended after {Seconds} s; what it was doing is done again by the next worker")]
    partial void LogLeft(double seconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The scheduler waits: {Reason}")]
    partial void LogWaiting(string reason);
}
