using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenTelemetry.Exporter;
using OpenTelemetry.Exporter.Prometheus;
using OpenTelemetry.Metrics;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the scrape endpoint.</summary>
public static class PrometheusExporterEndpointRouteBuilderExtensions
{
    /// <summary>Maps the scrape endpoint at the path of the options.</summary>
    public static IEndpointConventionBuilder MapPrometheusScrapingEndpoint(this IEndpointRouteBuilder endpoints)
    {
        var services = endpoints.ServiceProvider;
        var options = services.GetRequiredService<IOptions<PrometheusAspNetCoreOptions>>().Value;
        // The exporter collects only once the provider has been built.
        services.GetRequiredService<MeterProvider>();
        var exporter = services.GetRequiredService<PrometheusExporter>();
        return endpoints.MapGet(options.ScrapeEndpointPath ?? "/metrics", async (HttpContext context) =>
        {
            context.Response.ContentType = "text/plain; charset=utf-8; version=0.0.4";
            await context.Response.WriteAsync(exporter.Scrape(), context.RequestAborted);
        }).ExcludeFromDescription();
    }
}
