using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AspireMl.Storage.PostgreSql;

/// <summary>Ready only while the database answers.</summary>
sealed class PostgresHealthCheck(PostgresDatabase database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await database.PingAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (StorageUnavailableException unavailable)
        {
            return new(context.Registration.FailureStatus, unavailable.Message);
        }
    }
}
