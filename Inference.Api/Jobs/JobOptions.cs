using System.ComponentModel.DataAnnotations;

namespace AspireMl.Inference.Api.Jobs;

/// <summary>How jobs are taken from the queue; section <c>Jobs</c>.</summary>
public sealed class JobOptions
{
    /// <value>Jobs of one service that this process holds at once; few, so that processes share fairly. Default 2, from 1 to 100.</value>
    [Range(1, 100)]
    public int Prefetch { get; set; } = 2;

    /// <value>How often a job is begun before it is given up. Default 5, from 1 to 100.</value>
    [Range(1, 100)]
    public int MaxAttempts { get; set; } = 5;

    /// <value>How often it is looked whether running jobs were cancelled. Default half a second, from 10 ms to a minute.</value>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00")]
    public TimeSpan CancelCheck { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <value>How often the list of services is read anew. Default 2 s, from 10 ms to an hour.</value>
    [Range(typeof(TimeSpan), "00:00:00.010", "01:00:00")]
    public TimeSpan ServicesRefresh { get; set; } = TimeSpan.FromSeconds(2);

    /// <value>How often the jobs that have not ended are counted for the metrics. Default 5 s, from 10 ms to an hour.</value>
    [Range(typeof(TimeSpan), "00:00:00.010", "01:00:00")]
    public TimeSpan BacklogRefresh { get; set; } = TimeSpan.FromSeconds(5);

    /// <value>
    /// A job that is still queued so long after it was seen so, while no message of its service waits, has lost its message
    /// and gets a new one. Default 5 min, from 100 ms to a day.
    /// </value>
    [Range(typeof(TimeSpan), "00:00:00.100", "1.00:00:00")]
    public TimeSpan LostAfter { get; set; } = TimeSpan.FromMinutes(5);
}
