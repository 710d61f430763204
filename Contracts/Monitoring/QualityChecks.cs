namespace AspireMl.Contracts.Monitoring;

/// <summary>The checks of quality; a monitor's thresholds name them.</summary>
public static class QualityChecks
{
    /// <summary>More values are missing than in the reference, as a difference of shares.</summary>
    public const string Missing = "missing";

    /// <summary>Values lie outside the range that training saw, as a share of rows.</summary>
    public const string OutOfRange = "out-of-range";

    /// <summary>All rows have one value, which the reference had not: 1, else 0.</summary>
    public const string Constant = "constant";

    /// <summary>Categories that the reference lacks, as a share of rows.</summary>
    public const string NewCategories = "new-categories";

    /// <summary>More rows repeat an earlier one than in the reference, as a difference of shares.</summary>
    public const string Duplicates = "duplicates";

    /// <summary>A correlation changed, as a difference of Pearson's r.</summary>
    public const string Correlation = "correlation";
}
