using AspireMl.Contracts.Monitoring;
using AspireMl.Monitoring.Worker.Monitors;

namespace AspireMl.Monitoring.Worker.Drift;

/// <summary>Watches the labels that arrive.</summary>
sealed class TargetWatch(DriftWatch drift) : IWatch
{
    public string Kind => ReportKinds.TargetDrift;

    public async Task<ReportHead> WatchAsync(DriftRequest request, CancellationToken cancellation) => await drift.TargetAsync(request, cancellation);

    public string Describe(ReportHead report) => DriftSentences.Of((DriftReport)report);
}
