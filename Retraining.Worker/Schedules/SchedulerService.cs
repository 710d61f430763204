using AspireMl.Storage;
using Quartz;

namespace AspireMl.Retraining.Worker.Schedules;

/// <summary>Starts the scheduler once the database answers, and lets running work end before the service stops.</summary>
internal sealed partial class SchedulerService(ISchedulerFactory schedulers, IDatabase database, ILogger<SchedulerService> logger) : BackgroundService
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
                await database.PingAsync(stoppingToken);
                var scheduler = await schedulers.GetScheduler(stoppingToken);
                await scheduler.Start(stoppingToken);
                _scheduler = scheduler;
            }
            catch (Exception away) when (away is StorageUnavailableException or SchedulerException)
            {
                LogWaiting(away.Message);
                await Task.Delay(Delay, stoppingToken);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Schedules wait: {Reason}")]
    partial void LogWaiting(string reason);
}
