using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;

namespace AspireMl.ServiceDefaults.Telemetry;

internal static class LoggingDefaults
{
    /// <summary>
    /// Leaves a line for each request to the traces, and what a probe finds to its answer: probes and scrapes alone would fill the log.
    /// Any other source of configuration has the last word.
    /// </summary>
    public static void AddLoggingDefaults(this IConfigurationManager configuration) => configuration.Sources.Insert(0, new MemoryConfigurationSource
    {
        InitialData = new Dictionary<string, string?>
        {
            ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
            ["Logging:LogLevel:Microsoft.Extensions.Diagnostics.HealthChecks"] = "Critical",
            ["Logging:LogLevel:Quartz"] = "Warning",
            ["Logging:LogLevel:System.Net.Http.HttpClient"] = "Warning",
        },
    });
}
