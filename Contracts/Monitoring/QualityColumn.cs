namespace AspireMl.Contracts.Monitoring;

/// <summary>The quality of one feature.</summary>
/// <param name="Name">The feature.</param>
/// <param name="Kind">One of <see cref="ColumnKinds"/>.</param>
/// <param name="Missing">Share of rows without a value, 0 to 1.</param>
/// <param name="OutOfRange">Share of rows outside the range that training saw, 0 to 1.</param>
/// <param name="NewCategories">Categories that the reference lacks.</param>
/// <param name="NewShare">Share of the current rows that have one of them, 0 to 1.</param>
/// <param name="Constant">Whether all current rows have one value.</param>
public sealed record QualityColumn(
    string Name, string Kind, SideShares Missing, SideShares OutOfRange, IReadOnlyList<string> NewCategories, double NewShare, bool Constant);
