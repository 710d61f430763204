namespace OpenTelemetry.Trace;

/// <summary>Traces of outgoing requests.</summary>
public static class HttpClientInstrumentationTracerProviderBuilderExtensions
{
    /// <summary>Collects the built-in activities of HttpClient, which carry the HTTP attributes since .NET 9.</summary>
    public static TracerProviderBuilder AddHttpClientInstrumentation(this TracerProviderBuilder builder) =>
        builder.AddSource("System.Net.Http");
}
