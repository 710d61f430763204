using System.ComponentModel.DataAnnotations;

namespace AspireMl.Storage.Scheduling;

/// <summary>How a service keeps its times; section <c>Scheduler</c>.</summary>
public sealed class SchedulerOptions
{
    internal const string Section = "Scheduler";

    /// <value>Scheduled jobs that this process does at once. Default 2, from 1 to 32.</value>
    [Range(1, 32)]
    public int Threads { get; set; } = 2;

    /// <value>How often a process says that it is alive, so that another takes over the jobs of a dead one. Default 5 seconds, from 1 second to 5 minutes.</value>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan Checkin { get; set; } = TimeSpan.FromSeconds(5);

    /// <value>How long after a missed sign of life a process counts as dead. Default 10 seconds, from 1 second to a day.</value>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan CheckinTolerance { get; set; } = TimeSpan.FromSeconds(10);

    /// <value>How often a process with nothing to do looks for what others have scheduled; what it scheduled itself it knows at once. Default 15 seconds, from 1 second to 5 minutes.</value>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan IdleWait { get; set; } = TimeSpan.FromSeconds(15);

    /// <value>From which delay on a time counts as missed: however many were, the job is done once. Default 1 minute, from 1 second to 1 hour.</value>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan MisfireThreshold { get; set; } = TimeSpan.FromMinutes(1);

    /// <value>How long it waits before it tries a database again that was away. Default 5 seconds, from 1 second to 1 minute.</value>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan Retry { get; set; } = TimeSpan.FromSeconds(5);
}
