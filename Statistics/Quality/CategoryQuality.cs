using AspireMl.Statistics.Categorical;

namespace AspireMl.Statistics.Quality;

/// <summary>What is wrong with a categorical column.</summary>
/// <param name="Rows">All rows.</param>
/// <param name="Missing">Rows without a value.</param>
/// <param name="NewCategories">Categories that the reference lacks, in ordinal order.</param>
/// <param name="NewRows">Rows of those.</param>
/// <param name="Constant">At least two rows with a value, all of one category.</param>
public sealed record CategoryQuality(long Rows, long Missing, IReadOnlyList<string> NewCategories, long NewRows, bool Constant)
{
    /// <summary>Missing ÷ rows, 0 to 1.</summary>
    public double MissingShare => Rows == 0 ? 0 : (double)Missing / Rows;

    /// <summary>Checks counts against those of a reference.</summary>
    public static CategoryQuality Of(CategoryCounts current, CategoryCounts reference)
    {
        ArgumentNullException.ThrowIfNull(current);
        var added = current.NotIn(reference);
        return new(
            current.Total + current.Missing, current.Missing, added, added.Sum(category => current.Counts[category]),
            current.Counts.Count == 1 && current.Other == 0 && current.Total > 1);
    }
}
