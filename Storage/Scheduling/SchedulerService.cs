using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace AspireMl.Storage.Scheduling;

/// <summary>Starts the scheduler once the database answers, and lets running work end before the service stops.</summary>
sealed partial class SchedulerService(StoredScheduler stored, ILogger<SchedulerService> logger) : BackgroundService
{
    static readonly TimeSpan Delay = TimeSpan.FromSeconds(1);

    IScheduler? _scheduler;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (_scheduler is not null)
        {
            await _scheduler.Shutdown(waitForJobsToComplete: true, cancellationToken);
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "The scheduler waits: {Reason}")]
    partial void LogWaiting(string reason);
}
