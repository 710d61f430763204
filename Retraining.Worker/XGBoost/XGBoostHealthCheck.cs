using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AspireMl.Retraining.Worker.XGBoost;

/// <summary>Says when trees cannot be trained. The service stays ready: the linear candidates need no library.</summary>
internal sealed class XGBoostHealthCheck : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(XGBoostLibrary.Version is { } version ? HealthCheckResult.Healthy($"XGBoost {version}") : HealthCheckResult.Degraded(XGBoostLibrary.Missing));
}
