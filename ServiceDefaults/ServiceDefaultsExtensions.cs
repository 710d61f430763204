using AspireMl.ServiceDefaults.Health;
using AspireMl.ServiceDefaults.OutgoingRequests;
using AspireMl.ServiceDefaults.Problems;
using AspireMl.ServiceDefaults.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AspireMl.ServiceDefaults;

/// <summary>What every service has.</summary>
public static class ServiceDefaultsExtensions
{
    /// <summary>
    /// Adds telemetry, health checks, service discovery, resilient HTTP clients, problem details, the OpenAPI document and a
    /// bounded shutdown.
    /// </summary>
    public static TBuilder AddServiceDefaults<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        builder.AddTelemetry();
        builder.Services.AddDefaultHealthChecks();
        builder.Services.AddOutgoingRequests();
        builder.Services.AddProblems();
        builder.Services.AddOpenApi();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(30));
        return builder;
    }

    /// <summary>
    /// Turns errors into problem details and maps <c>/health</c>, <c>/ready</c>, <c>/alive</c>, <c>/metrics</c> and <c>/openapi/v1.json</c>.
    /// Call it first, so that errors of everything after it are covered.
    /// </summary>
    public static WebApplication MapDefaultEndpoints(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.MapDefaultHealthChecks();
        app.MapPrometheusScrapingEndpoint().DisableHttpMetrics().AllowAnonymous();
        app.MapOpenApi().AllowAnonymous();
        return app;
    }
}
