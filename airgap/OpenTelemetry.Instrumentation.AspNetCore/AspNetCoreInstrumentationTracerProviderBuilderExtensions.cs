using OpenTelemetry.Instrumentation.AspNetCore;

namespace OpenTelemetry.Trace;

/// <summary>Traces of incoming requests.</summary>
public static class AspNetCoreInstrumentationTracerProviderBuilderExtensions
{
    /// <summary>Collects ASP.NET Core's activities and gives them the HTTP attributes.</summary>
    public static TracerProviderBuilder AddAspNetCoreInstrumentation(
        this TracerProviderBuilder builder, Action<AspNetCoreTraceInstrumentationOptions>? configureAspNetCoreTraceInstrumentationOptions)
    {
        var options = new AspNetCoreTraceInstrumentationOptions();
        configureAspNetCoreTraceInstrumentationOptions?.Invoke(options);
        return builder.AddSource("Microsoft.AspNetCore").AddInstrumentation(() => new RequestListener(options));
    }
}
