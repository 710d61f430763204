using System.Text.Json.Serialization;

namespace AspireMl.Statistics.Drift;

/// <summary>What one method says of one column.</summary>
/// <param name="Method">The method's short name.</param>
/// <param name="Statistic">Its statistic or distance.</param>
/// <param name="PValue">Its p-value, adjusted when the comparison asked for it; null for a distance.</param>
/// <param name="Threshold">The threshold that decided.</param>
/// <param name="Drifted">A p-value below the threshold, or a distance of at least the threshold.</param>
public sealed record DriftResult(string Method, double Statistic, double? PValue, double Threshold, bool Drifted)
{
    internal static DriftResult OfTest(DriftTest test, TestResult result) =>
        new(test.Name, Finite(result.Statistic), result.PValue, test.Threshold, result.PValue < test.Threshold);

    internal static DriftResult OfDistance(DriftTest test, double distance) =>
        new(test.Name, Finite(distance), null, test.Threshold, distance >= test.Threshold);

    internal DriftResult WithPValue(double adjusted) => this with { PValue = adjusted, Drifted = adjusted < Threshold };

    // JSON knows no infinity; the largest number says "beyond any threshold" as well.
    static double Finite(double value) => double.IsFinite(value) ? value : double.IsNaN(value) ? 0 : double.CopySign(double.MaxValue, value);
}

/// <summary>What all methods say of one column.</summary>
/// <param name="Name">The column.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Results">A result per method that takes this kind; none when a side has no value.</param>
public sealed record ColumnDrift(string Name, ColumnKind Kind, IReadOnlyList<DriftResult> Results)
{
    /// <summary>Whether any method says so.</summary>
    [JsonIgnore]
    public bool Drifted => Results.Any(result => result.Drifted);
}

/// <summary>Rows of both sides.</summary>
/// <param name="Reference">Of the reference.</param>
/// <param name="Current">Of the current sample.</param>
public sealed record ComparedRows(long Reference, long Current);

/// <summary>What a comparison of many columns says.</summary>
/// <param name="Rows">Rows of both sides.</param>
/// <param name="Columns">The columns, in the reference's order.</param>
/// <param name="Drifted">Whether the share of drifted columns reaches the limit asked for.</param>
/// <param name="Share">Drifted columns ÷ columns, 0 to 1; 0 without columns.</param>
public sealed record DriftReport(ComparedRows Rows, IReadOnlyList<ColumnDrift> Columns, bool Drifted, double Share);
