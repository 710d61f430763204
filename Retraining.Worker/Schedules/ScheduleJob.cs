using AspireMl.Contracts.Schedules;
using AspireMl.Retraining.Worker.Schedules.Work;
using AspireMl.ServiceDefaults.Refusals;
using AspireMl.Storage;
using Quartz;

namespace AspireMl.Retraining.Worker.Schedules;

/// <summary>Does what is scheduled and notes what came of it. Of all processes one does it, and not twice at a time.</summary>
[DisallowConcurrentExecution]
[PersistJobDataAfterExecution]
internal sealed partial class ScheduleJob(IServiceProvider services, TimeProvider time, ILogger<ScheduleJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        if (await ScheduleBook.SettingsOfAsync(context, cancellationToken) is not { } settings)
        {
            return;
        }

        var startedAt = time.GetUtcNow();
        var (succeeded, message) = await RunAsync(context.JobDetail.Key.Name, settings, cancellationToken);
        ScheduleBook.Note(context, new(startedAt, time.GetUtcNow(), succeeded, message));
    }

    async Task<(bool Succeeded, string Message)> RunAsync(string name, ScheduleSettings settings, CancellationToken cancellation)
    {
        try
        {
            return (true, await services.GetRequiredKeyedService<IScheduledWork>(settings.Kind).RunAsync(settings, cancellation));
        }
        catch (Exception refused) when (refused is RefusalException or StorageUnavailableException or InvalidDataException)
        {
            LogRefused(name, refused.Message);
            return (false, refused.Message);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // A defect of one schedule's work must not stop the scheduler; it is tried again at its next time.
            LogFailed(failure, name);
            return (false, "The run failed on our side; the log of the service says more.");
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Schedule {Name} did not do its work: {Reason}")]
    partial void LogRefused(string name, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Schedule {Name} failed")]
    partial void LogFailed(Exception failure, string name);
}
