using AspireMl.Contracts.Monitoring;
using AspireMl.Monitoring.Worker.Monitors;

namespace AspireMl.Monitoring.Worker.Drift;

/// <summary>Watches the features that a model is asked about.</summary>
sealed class FeatureWatch(DriftWatch drift) : IWatch
{
    public string Kind => ReportKinds.DataDrift;

    public async Task<ReportHead> WatchAsync(DriftRequest request, CancellationToken cancellation) => await drift.FeaturesAsync(request, cancellation);

    public string Describe(ReportHead report) => DriftSentences.Of((DriftReport)report);
}
