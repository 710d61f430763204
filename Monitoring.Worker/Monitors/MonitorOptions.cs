using System.ComponentModel.DataAnnotations;

namespace AspireMl.Monitoring.Worker.Monitors;

/// <summary>How monitors run; section <c>Monitors</c>.</summary>
sealed class MonitorOptions
{
    /// <value>How often it is looked whether every monitor has its times. Default 1 minute, from 1 second to 1 hour.</value>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan Upkeep { get; set; } = TimeSpan.FromMinutes(1);

    /// <value>Most monitors. Default 500, from 1 to 10,000.</value>
    [Range(1, 10_000)]
    public int MaxMonitors { get; set; } = 500;
}
