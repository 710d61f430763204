using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace AspireMl.ServiceDefaults.Telemetry;

internal static class TelemetryExtensions
{
    // What the product names its own meters and activity sources.
    const string OwnSources = "AspireMl.*";

    // The pool of connections to PostgreSQL and its commands.
    const string DatabaseSource = "Npgsql";

    static readonly string[] UnwatchedPaths = ["/health", "/ready", "/alive", "/metrics"];

    public static void AddTelemetry(this IHostApplicationBuilder builder)
    {
        builder.Configuration.AddLoggingDefaults();
        var telemetry = builder.Services.AddOpenTelemetry()
            .WithMetrics(metrics => metrics
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddRuntimeInstrumentation()
                .AddMeter(OwnSources, DatabaseSource)
                // Prometheus notices a vanished series at once only when samples carry no time of their own.
                .AddPrometheusExporter(exporter => exporter.DisableTimestamp = true))
            .WithTracing(tracing => tracing
                .AddAspNetCoreInstrumentation(requests => requests.Filter = IsWatched)
                .AddHttpClientInstrumentation()
                .AddSource(OwnSources));

        builder.Logging.AddOpenTelemetry(logging =>
        {
            logging.IncludeFormattedMessage = true;
            logging.IncludeScopes = true;
        });

        if (string.IsNullOrEmpty(builder.Configuration["OTEL_SERVICE_NAME"]))
        {
            telemetry.ConfigureResource(resource => resource.AddService(builder.Environment.ApplicationName));
        }

        if (!string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            telemetry.UseOtlpExporter();
        }
        else if (string.IsNullOrEmpty(builder.Configuration["OTEL_TRACES_SAMPLER"]))
        {
            // Nobody would see what is recorded of a request; its id is there all the same.
            telemetry.WithTracing(tracing => tracing.SetSampler<AlwaysOffSampler>());
        }
    }

    static bool IsWatched(HttpContext context) =>
        !Array.Exists(UnwatchedPaths, path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase));
}
