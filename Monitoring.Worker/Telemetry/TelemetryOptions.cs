using System.ComponentModel.DataAnnotations;

namespace AspireMl.Monitoring.Worker.Telemetry;

/// <summary>What gauges show; section <c>Telemetry</c>.</summary>
sealed class TelemetryOptions
{
    /// <value>How often the gauges are brought up to date. Default 10 seconds, from 10 milliseconds to 10 minutes.</value>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:10:00")]
    public TimeSpan Refresh { get; set; } = TimeSpan.FromSeconds(10);

    /// <value>Most figures of a monitor that become series, findings first. Default 100, from 0 to 10,000.</value>
    [Range(0, 10_000)]
    public int MaxFigures { get; set; } = 100;
}
