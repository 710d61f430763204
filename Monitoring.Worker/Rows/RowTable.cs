using AspireMl.Contracts.Models;

namespace AspireMl.Monitoring.Worker.Rows;

/// <summary>Rows with what their columns mean.</summary>
sealed record RowTable(IReadOnlyList<FeatureCard> Features, TargetCard Target, IAsyncEnumerable<WatchedRow> Rows);
