using System.ComponentModel.DataAnnotations;

namespace AspireMl.Monitoring.Worker.Retention;

/// <summary>How long data is kept; section <c>Retention</c>. A lifetime without a value keeps that kind for ever. docs/retention.md gives the reasons.</summary>
sealed class RetentionOptions
{
    const string Shortest = "01:00:00";
    const string Longest = "3650.00:00:00";

    /// <value>Answers about documents and images with their feedback, words and embeddings, since they were given. Default 365 days, from 1 hour to 10 years.</value>
    [Range(typeof(TimeSpan), Shortest, Longest)]
    public TimeSpan? Answers { get; set; } = TimeSpan.FromDays(365);

    /// <value>Predicted rows with their feedback, since they were predicted. Default 365 days, from 1 hour to 10 years.</value>
    [Range(typeof(TimeSpan), Shortest, Longest)]
    public TimeSpan? Predictions { get; set; } = TimeSpan.FromDays(365);

    /// <value>Images and heat maps, since the last record that referred to them went. Default 7 days, from 1 hour to 10 years.</value>
    [Range(typeof(TimeSpan), Shortest, Longest)]
    public TimeSpan? Images { get; set; } = TimeSpan.FromDays(7);

    /// <value>Jobs with their payloads and results, since they ended. Default 30 days, from 1 hour to 10 years.</value>
    [Range(typeof(TimeSpan), Shortest, Longest)]
    public TimeSpan? Jobs { get; set; } = TimeSpan.FromDays(30);

    /// <value>Messages of the queue in PostgreSQL that nobody could handle, since they were given up. Default 30 days, from 1 hour to 10 years.</value>
    [Range(typeof(TimeSpan), Shortest, Longest)]
    public TimeSpan? DeadLetters { get; set; } = TimeSpan.FromDays(30);

    /// <value>Alerts, since they were resolved. Default 365 days, from 1 hour to 10 years.</value>
    [Range(typeof(TimeSpan), Shortest, Longest)]
    public TimeSpan? Alerts { get; set; } = TimeSpan.FromDays(365);

    /// <value>Webhook deliveries, since they were accepted or given up. Default 30 days, from 1 hour to 10 years.</value>
    [Range(typeof(TimeSpan), Shortest, Longest)]
    public TimeSpan? Webhooks { get; set; } = TimeSpan.FromDays(30);

    /// <value>Reports, since they were made. Default 90 days, from 1 hour to 10 years.</value>
    [Range(typeof(TimeSpan), Shortest, Longest)]
    public TimeSpan? Reports { get; set; } = TimeSpan.FromDays(90);

    /// <value>How often it is looked for what is too old. Default 1 hour, from 1 second to 1 day.</value>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Every { get; set; } = TimeSpan.FromHours(1);

    /// <value>Most records that one statement deletes. Default 1000, from 1 to 10,000.</value>
    [Range(1, 10_000)]
    public int BatchSize { get; set; } = 1000;
}
