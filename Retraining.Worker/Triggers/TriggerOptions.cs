using System.ComponentModel.DataAnnotations;
using AspireMl.Contracts.Monitoring;

namespace AspireMl.Retraining.Worker.Triggers;

/// <summary>What starts runs where nobody asks; section <c>Triggers</c>.</summary>
internal sealed class TriggerOptions
{
    /// <value>The secret that alerts are signed with, 16 to 256 characters. Without one no alert starts a run.</value>
    [StringLength(MonitorRequest.LongestSecret, MinimumLength = MonitorRequest.ShortestSecret)]
    public string? AlertSecret { get; set; }

    /// <value>So many labelled production rows newer than what the last run saw start a run. Default 500, from 0 (never) to 1,000.</value>
    [Range(0, 1000)]
    public int NewLabels { get; set; } = 500;

    /// <value>How often labels are counted. Default 1 minute, from 100 milliseconds to 1 day.</value>
    [Range(typeof(TimeSpan), "00:00:00.100", "1.00:00:00")]
    public TimeSpan CheckEvery { get; set; } = TimeSpan.FromMinutes(1);

    /// <value>Least time from one run of a model to the next that labels start. Default 10 minutes, from 0 to 30 days.</value>
    [Range(typeof(TimeSpan), "00:00:00", "30.00:00:00")]
    public TimeSpan Pause { get; set; } = TimeSpan.FromMinutes(10);
}
