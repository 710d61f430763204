using AspireMl.Contracts.Monitoring;
using AspireMl.Monitoring.Worker.Monitors;

namespace AspireMl.Monitoring.Worker.Drift;

/// <summary>Watches what a model predicts.</summary>
sealed class PredictionWatch(DriftWatch drift) : IWatch
{
    public string Kind => ReportKinds.PredictionDrift;

    public async Task<ReportHead> WatchAsync(DriftRequest request, CancellationToken cancellation) => await drift.PredictionsAsync(request, cancellation);

    public string Describe(ReportHead report) => DriftSentences.Of((DriftReport)report);
}
