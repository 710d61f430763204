using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AspireMl.Inference.Api.Models;

/// <summary>Ready once the OCR and the default model have answered their samples.</summary>
sealed class ModelHealthCheck(ModelCatalog catalog) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(catalog.WhyNotReady is { } reason
            ? new HealthCheckResult(context.Registration.FailureStatus, reason)
            : HealthCheckResult.Healthy());
}
