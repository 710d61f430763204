using AspireMl.Monitoring.Worker.Drift;
using AspireMl.Storage.Monitoring;
using Microsoft.Extensions.Options;
using Quartz;

namespace AspireMl.Monitoring.Worker.Monitors;

/// <summary>Sees to it that every monitor runs at its times and that old reports go.</summary>
[DisallowConcurrentExecution]
sealed class UpkeepJob(IMonitorStore monitors, MonitorTimes times, IReportStore reports, TimeProvider time, IOptions<DriftOptions> options) : IJob
{
    const int ReportsAtOnce = 5000;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        await times.AlignAsync(cancellation => monitors.ListAsync(null, cancellation), cancellationToken);
        await reports.DeleteBeforeAsync(time.GetUtcNow() - options.Value.ReportLifetime, ReportsAtOnce, cancellationToken);
    }
}
