using Microsoft.AspNetCore.Http;

namespace OpenTelemetry.Instrumentation.AspNetCore;

/// <summary>Options of the traces of incoming requests.</summary>
public class AspNetCoreTraceInstrumentationOptions
{
    /// <summary>Says whether a request is traced; null traces all.</summary>
    public Func<HttpContext, bool>? Filter { get; set; }
}
