using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace AspireMl.AppHost;

/// <summary>The database is healthy when a session can be opened on it: a port that answers may still be recovering.</summary>
internal sealed class DatabaseHealthCheck(IResourceWithConnectionString database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var address = new NpgsqlConnectionStringBuilder(await database.GetConnectionStringAsync(cancellationToken)) { Pooling = false, Timeout = 5 };
            await using var connection = new NpgsqlConnection(address.ConnectionString);
            await connection.OpenAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception error) when (error is NpgsqlException or TimeoutException or InvalidOperationException)
        {
            return HealthCheckResult.Unhealthy(error.Message);
        }
    }
}
