using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
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
        Map("/alive", check => check.Tags.Contains(HealthTags.Live));

        // A server that goes away takes every process with it if each stops being ready, although all could still answer something.
        // One that was never there is another matter: a process with a wrong password shall not replace one that works.
        var wasWell = false;
        Map("/health", _ => true, See);
        Map("/ready", check => !wasWell || check.Tags.Contains(HealthTags.Live) || check.Tags.Contains(HealthTags.Needed), See);

        void See(HealthReport report) => wasWell |= report.Status != HealthStatus.Unhealthy;

        void Map(string path, Func<HealthCheckRegistration, bool> checks, Action<HealthReport>? seen = null) =>
            routes.MapHealthChecks(path, new HealthCheckOptions
            {
                Predicate = checks,
                ResponseWriter = (context, report) =>
                {
                    seen?.Invoke(report);
                    return HealthResponse.WriteAsync(context, report);
                },
            }).DisableHttpMetrics().AllowAnonymous();
    }
}
