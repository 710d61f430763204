using AspireMl.Contracts.Monitoring;
using AspireMl.Monitoring.Worker.Rows;
using AspireMl.Statistics.Drift;

namespace AspireMl.Monitoring.Worker.Drift;

/// <summary>What to compare, and how.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="Reference">What is compared with.</param>
/// <param name="From">The current rows are not before this time.</param>
/// <param name="To">And before this.</param>
/// <param name="Comparison">Methods and thresholds.</param>
sealed record DriftRequest(string Model, RowRange Reference, DateTimeOffset From, DateTimeOffset To, DriftComparison Comparison)
{
    /// <summary>Thresholds of single columns; a column that has one gives alarm by itself.</summary>
    public IReadOnlyList<MonitorThreshold> Thresholds { get; init; } = [];

    public RowRange Current(string source) => new(source, From, To);
}
