using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenTelemetry.Exporter;
using OpenTelemetry.Exporter.Prometheus;

namespace OpenTelemetry.Metrics;

/// <summary>Adds the Prometheus exporter.</summary>
public static class PrometheusExporterMeterProviderBuilderExtensions
{
    /// <summary>Adds the exporter that answers scrapes.</summary>
    public static MeterProviderBuilder AddPrometheusExporter(this MeterProviderBuilder builder, Action<PrometheusAspNetCoreOptions> configure)
    {
        builder.ConfigureServices(services => services
            .Configure(configure)
            .AddSingleton(provider => new PrometheusExporter(provider.GetRequiredService<IOptions<PrometheusAspNetCoreOptions>>().Value)));
        return builder.AddReader(provider => new BaseExportingMetricReader(provider.GetRequiredService<PrometheusExporter>())
        {
            TemporalityPreference = MetricReaderTemporalityPreference.Cumulative,
        });
    }
}
