using AspireMl.Contracts.Monitoring;

namespace AspireMl.Monitoring.Worker.Rows;

/// <summary>Which rows of a model to look at.</summary>
/// <param name="Source">A split of its dataset, or <see cref="RowSource.Answers"/>.</param>
/// <param name="From">Not before this time; null for no bound.</param>
/// <param name="To">Before this time; null for no bound.</param>
sealed record RowRange(string Source, DateTimeOffset? From = null, DateTimeOffset? To = null)
{
    public RowSource With(long rows) => new(Source, From, To, rows);
}
