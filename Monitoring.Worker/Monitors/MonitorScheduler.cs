using System.Diagnostics;
using AspireMl.Contracts.Monitoring;
using AspireMl.Monitoring.Worker.Drift;
using AspireMl.Monitoring.Worker.Telemetry;
using AspireMl.Storage;
using AspireMl.Storage.Monitoring;
using Microsoft.Extensions.Options;

namespace AspireMl.Monitoring.Worker.Monitors;

/// <summary>
/// Runs the monitors that are due. Each is taken from the database under a lease, so that of many workers one runs it, and one that
/// dies with a worker is run by another.
/// </summary>
sealed partial class MonitorScheduler(
    IMonitorStore monitors, IReportStore reports, MonitorRunner runner, MonitoringMetrics metrics, TimeProvider time,
    IOptions<MonitorOptions> options, IOptions<DriftOptions> drift, ILogger<MonitorScheduler> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.PollInterval);
        do
        {
            try
            {
                while (await RunNextAsync(stoppingToken))
                {
                }

                await reports.DeleteBeforeAsync(time.GetUtcNow() - drift.Value.ReportLifetime, stoppingToken);
            }
            catch (StorageUnavailableException unavailable)
            {
                LogAway(unavailable.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    async Task<bool> RunNextAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var lease = Guid.NewGuid();
        if (await monitors.ClaimAsync(new(lease, now, now + options.Value.Lease), cancellation) is not { } monitor)
        {
            return false;
        }

        var started = Stopwatch.GetTimestamp();
        var (outcome, reportId, message) = await RunAsync(monitor, now, cancellation);
        metrics.RecordRun(monitor.Settings, outcome, Stopwatch.GetElapsedTime(started));
        var next = MonitorSchedule.Next(monitor, now);
        await monitors.FinishAsync(new(monitor.MonitorId, lease, now, next, reportId, message), cancellation);
        return true;
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "Monitors wait: {Reason}")]
    partial void LogAway(string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Monitor {MonitorId} failed")]
    partial void LogFailure(Exception failure, Guid monitorId);
}
