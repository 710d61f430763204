using System.ComponentModel.DataAnnotations;

namespace AspireMl.Monitoring.Worker.Monitors;

/// <summary>How monitors run; section <c>Monitors</c>.</summary>
sealed class MonitorOptions
{
    /// <value>How often due monitors are looked for. Default 5 seconds, from 10 milliseconds to 10 minutes.</value>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:10:00")]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <value>How long a worker may be busy with one monitor before another worker takes it. Default 10 minutes, from 1 second to 1 day.</value>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(10);

    /// <value>Most monitors. Default 500, from 1 to 10,000.</value>
    [Range(1, 10_000)]
    public int MaxMonitors { get; set; } = 500;
}
