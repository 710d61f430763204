namespace OpenTelemetry.Exporter;

/// <summary>Options of the scrape endpoint.</summary>
public class PrometheusAspNetCoreOptions
{
    /// <summary>Path of the endpoint. Default "/metrics".</summary>
    public string? ScrapeEndpointPath { get; set; } = "/metrics";

    /// <summary>How long one answer serves later scrapes, in milliseconds; 0 turns that off. Default 300.</summary>
    public int ScrapeResponseCacheDurationMilliseconds { get; set; } = 300;

    /// <summary>Leaves the time of collection out of the samples. Default false.</summary>
    public bool DisableTimestamp { get; set; }
}
