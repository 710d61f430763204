using System.ComponentModel.DataAnnotations;

namespace AspireMl.Monitoring.Worker.Performance;

/// <summary>How performance is watched; section <c>Performance</c>.</summary>
sealed class PerformanceOptions
{
    /// <value>Most rows of the reference and of the window, which are held in memory. Default 20,000, from 100 to 1 million.</value>
    [Range(100, 1_000_000)]
    public int MaxRows { get; set; } = 20_000;

    /// <value>Fewest labels by which the performance itself is judged; below it the estimate is. Default 30, from 2 to 100,000.</value>
    [Range(2, 100_000)]
    public int MinimumLabels { get; set; } = 30;
}
