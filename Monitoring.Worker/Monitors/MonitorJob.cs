using System.Diagnostics;
using AspireMl.Contracts.Monitoring;
using AspireMl.Monitoring.Worker.Telemetry;
using AspireMl.Storage;
using AspireMl.Storage.Monitoring;
using Quartz;

namespace AspireMl.Monitoring.Worker.Monitors;

/// <summary>Runs a monitor and notes what came of it. Of all workers one does it, and not twice at a time; when the database was away meanwhile, it is done again.</summary>
[DisallowConcurrentExecution]
[RetryPolicy(3, "00:00:05")]
sealed partial class MonitorJob(IMonitorStore monitors, MonitorRunner runner, MonitoringMetrics metrics, TimeProvider time, ILogger<MonitorJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        if (await monitors.FindAsync(MonitorTimes.MonitorOf(context.JobDetail.Key), cancellationToken) is not { } monitor)
        {
            return;
        }

        var (now, started) = (time.GetUtcNow(), Stopwatch.GetTimestamp());
        var (outcome, reportId, message) = await RunAsync(monitor, now, cancellationToken);
        metrics.RecordRun(monitor.Settings, outcome, Stopwatch.GetElapsedTime(started));
        await monitors.NoteAsync(new(monitor.MonitorId, now, reportId, message), cancellationToken);
    }

    async Task<MonitorOutcome> RunAsync(MonitorRecord monitor, DateTimeOffset now, CancellationToken cancellation)
    {
        try
        {
            return await runner.RunAsync(monitor, now, cancellation);
        }
        catch (Exception failure) when (failure is not (StorageUnavailableException or OperationCanceledException))
        {
            // One monitor's defect must not stop the others; it is tried again when it is due again.
            LogFailure(failure, monitor.MonitorId);
            return new(RunOutcome.Failed, null, "The run failed on our side; the log of the service says more.");
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Monitor {MonitorId} failed")]
    partial void LogFailure(Exception failure, Guid monitorId);
}
