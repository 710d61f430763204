using AspireMl.Statistics.Categorical;
using AspireMl.Statistics.Numeric;

namespace AspireMl.Statistics.Drift;

/// <summary>A column of the current sample: numbers or counts, exact or from a sketch. Made by conversion from either.</summary>
public readonly record struct ColumnSample
{
    internal SortedSample? Numbers { get; private init; }

    internal CategoryCounts? Counts { get; private init; }

    internal long Rows => Numbers is { } sample ? sample.Count + sample.Missing + sample.Infinite : Counts is { } counts ? counts.Total + counts.Missing : 0;

    /// <summary>A numeric column.</summary>
    public static ColumnSample Of(SortedSample sample) => new() { Numbers = sample };

    /// <summary>A categorical column.</summary>
    public static ColumnSample Of(CategoryCounts counts) => new() { Counts = counts };
}
