using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AspireMl.Storage.Objects.S3;

/// <summary>Says whether the object store answers and takes the keys.</summary>
sealed class S3HealthCheck(S3Bucket bucket) : IHealthCheck
{
    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await bucket.UseAsync(client => client.ListObjectsV2Async(new() { BucketName = bucket.Name, MaxKeys = 1 }, cancellationToken), cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (StorageUnavailableException away)
        {
            return new(context.Registration.FailureStatus, away.Message);
        }
    }
}
