using System.ComponentModel.DataAnnotations;
using AspireMl.Contracts.Monitoring;

namespace AspireMl.Monitoring.Worker.Quality;

/// <summary>When quality gives alarm unless a monitor says otherwise; section <c>Quality</c>.</summary>
sealed class QualityOptions
{
    /// <value>Most rows of a side, which are held in memory. Default 100,000, from 100 to 10 million.</value>
    [Range(100, 10_000_000)]
    public int MaxRows { get; set; } = 100_000;

    /// <value>Share of values that are missing beyond the reference's share. Default 0.05, above 0 to 1.</value>
    [Range(1e-9, 1)]
    public double Missing { get; set; } = 0.05;

    /// <value>Share of rows outside the range that training saw, where by chance hardly any lies. Default 0.01, above 0 to 1.</value>
    [Range(1e-9, 1)]
    public double OutOfRange { get; set; } = 0.01;

    /// <value>Share of rows with a category that the reference lacks. Default 0.01, above 0 to 1.</value>
    [Range(1e-9, 1)]
    public double NewCategories { get; set; } = 0.01;

    /// <value>Share of repeated rows beyond the reference's share. Default 0.1, above 0 to 1.</value>
    [Range(1e-9, 1)]
    public double Duplicates { get; set; } = 0.1;

    /// <value>Change of a correlation; that of 100 independent rows a side stays below it. Default 0.4, above 0 to 2.</value>
    [Range(1e-9, 2)]
    public double Correlation { get; set; } = 0.4;

    /// <summary>The threshold of a check.</summary>
    public double Of(string check) => check switch
    {
        QualityChecks.Missing => Missing,
        QualityChecks.OutOfRange => OutOfRange,
        QualityChecks.NewCategories => NewCategories,
        QualityChecks.Duplicates => Duplicates,
        QualityChecks.Correlation => Correlation,
        _ => 1,
    };
}
