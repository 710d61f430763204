using System.ComponentModel;
using AspireMl.Monitoring.Worker.Drift;
using AspireMl.ServiceDefaults.Refusals;
using AspireMl.Statistics.Drift;

namespace AspireMl.Monitoring.Worker.Comparison;

/// <summary>The query of a comparison, as it was sent.</summary>
sealed record CompareQuery(
    [property: Description("Short names of drift methods with commas between; each judges the kinds of columns that it takes. Left out, the default of each kind.")] string? Methods,
    [property: Description("Names of columns with commas between; left out, all that both files have.")] string? Columns,
    [property: Description("true adjusts the p-values of each method over the columns (Benjamini and Hochberg).")] bool? Adjust)
{
    /// <exception cref="RefusalException">There is no such method: status 400.</exception>
    public DriftComparison ToComparison() => new() { Tests = DriftTests.Parse(Methods), Adjust = Adjust ?? false };

    /// <summary>The columns asked for; null for all.</summary>
    public IReadOnlyList<string>? ToColumns() =>
        Columns?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 0 } names ? [.. names.Distinct()] : null;
}
