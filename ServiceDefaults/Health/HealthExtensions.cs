using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AspireMl.ServiceDefaults.Health;

internal static class HealthExtensions
{
    public static void AddDefaultHealthChecks(this IServiceCollection services) =>
        services.AddHealthChecks().AddCheck("self", () => HealthCheckResult.Healthy(), [HealthTags.Live]);

    public static void MapDefaultHealthChecks(this IEndpointRouteBuilder routes)
    {
        Map("/health", _ => true);
        Map("/alive", check => check.Tags.Contains(HealthTags.Live));

        void Map(string path, Func<HealthCheckRegistration, bool> checks) =>
            routes.MapHealthChecks(path, new HealthCheckOptions
            {
                Predicate = checks,
                ResponseWriter = HealthResponse.WriteAsync,
                ResultStatusCodes = { [HealthStatus.Degraded] = StatusCodes.Status503ServiceUnavailable },
            }).DisableHttpMetrics().AllowAnonymous();
    }
}
