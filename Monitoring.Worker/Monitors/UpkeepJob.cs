using AspireMl.Storage.Monitoring;
using Quartz;

namespace AspireMl.Monitoring.Worker.Monitors;

/// <summary>Sees to it that every monitor runs at its times.</summary>
[DisallowConcurrentExecution]
sealed class UpkeepJob(IMonitorStore monitors, MonitorTimes times) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await times.AlignAsync(cancellation => monitors.ListAsync(null, cancellation), cancellationToken);
}
