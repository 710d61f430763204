using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AspireMl.Storage;

/// <summary>Ready only while a store answers.</summary>
/// <param name="ping">Asks the store for next to nothing.</param>
sealed class StoreHealthCheck(Func<CancellationToken, Task> ping) : IHealthCheck
{
    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await ping(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (StorageUnavailableException unavailable)
        {
            return new(context.Registration.FailureStatus, unavailable.Message);
        }
    }
}
