using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AspireMl.Inference.Api.Capture;

/// <summary>Well while captured answers reach the stores. A store that answers but takes nothing, on a full disk, is seen here.</summary>
sealed class CaptureHealthCheck(CaptureRetry retry) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(retry.WhyWaiting is { } reason
            ? new HealthCheckResult(context.Registration.FailureStatus, $"Captured answers wait for a store: {reason}")
            : HealthCheckResult.Healthy());
}
