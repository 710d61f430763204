namespace AspireMl.Contracts.Monitoring;

/// <summary>What drift methods say of one column.</summary>
/// <param name="Name">The column.</param>
/// <param name="Kind">One of <see cref="ColumnKinds"/>.</param>
/// <param name="Drifted">Whether any method says so.</param>
/// <param name="Missing">Rows without a value that can be used; they take part in no method.</param>
/// <param name="Results">A result for each method that takes this kind; none when a side has no value.</param>
public sealed record ColumnDriftReport(string Name, string Kind, bool Drifted, SideCounts Missing, IReadOnlyList<MethodResult> Results)
{
    /// <summary>How the values are spread on both sides, for a chart; null where nobody asked or a side has no value.</summary>
    public ValueDistribution? Distribution { get; init; }
}
