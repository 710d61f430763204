namespace OpenTelemetry.Metrics;

/// <summary>Metrics of outgoing requests.</summary>
public static class HttpClientInstrumentationMeterProviderBuilderExtensions
{
    /// <summary>Collects the built-in meters of HttpClient and of name resolution.</summary>
    public static MeterProviderBuilder AddHttpClientInstrumentation(this MeterProviderBuilder builder) =>
        builder.AddMeter("System.Net.Http", "System.Net.NameResolution");
}
