using System.ComponentModel.DataAnnotations;

namespace AspireMl.Monitoring.Worker.Webhooks;

/// <summary>How alerts are posted; section <c>Webhooks</c>.</summary>
sealed class WebhookOptions
{
    /// <value>Longest time that a receiver may take. Default 10 seconds, from 1 second to 1 minute.</value>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <value>Wait after the first failure; it doubles with each. Default 5 seconds, from 10 milliseconds to 1 hour.</value>
    [Range(typeof(TimeSpan), "00:00:00.010", "01:00:00")]
    public TimeSpan FirstRetry { get; set; } = TimeSpan.FromSeconds(5);

    /// <value>Longest wait between attempts. Default 1 hour, from 10 milliseconds to 1 day.</value>
    [Range(typeof(TimeSpan), "00:00:00.010", "1.00:00:00")]
    public TimeSpan LongestRetry { get; set; } = TimeSpan.FromHours(1);

    /// <value>Attempts before a delivery is given up. Default 15, about half a day; from 1 to 100.</value>
    [Range(1, 100)]
    public int MaxAttempts { get; set; } = 15;

    /// <value>How often due deliveries are looked for. Default 2 seconds, from 10 milliseconds to 10 minutes.</value>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:10:00")]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(2);
}
