using System.ComponentModel.DataAnnotations;

namespace AspireMl.Storage.Queue;

/// <summary>How messages are held; section <c>Queue</c>.</summary>
public sealed class QueueOptions
{
    /// <value>
    /// How long a message of the queue in PostgreSQL stays with a worker that no longer answers, before another gets it.
    /// Default 30 s, from 1 s to an hour. RabbitMQ sees a broken connection by itself.
    /// </value>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);
}
