using System.ComponentModel.DataAnnotations;

namespace AspireMl.Monitoring.Worker.Drift;

/// <summary>How rows are watched; section <c>Drift</c>.</summary>
sealed class DriftOptions
{
    /// <value>Most rows of a side; of answers the newest are taken. Default 1 million, from 1,000 to 100 million.</value>
    [Range(1000, 100_000_000)]
    public long MaxRows { get; set; } = 1_000_000;

    /// <value>How long a reference from a dataset is kept in memory before it is read again. Default 5 minutes, from 0 to 1 day.</value>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan ReferenceLifetime { get; set; } = TimeSpan.FromMinutes(5);
}
