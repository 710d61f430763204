namespace AspireMl.Statistics.Numeric;

/// <summary>
/// A column's finite values, sorted once; every rank statistic, histogram and distance of this library reads it. Prepare a reference
/// once and compare it with many samples. A sketch gives the same type with weights, so it is compared by the same code.
/// Immutable, and safe for many threads.
/// </summary>
public sealed class SortedSample
{
    readonly double[] _values;
    readonly long[]? _cumulative;

    SortedSample(double[] values, long[]? cumulative, Moments moments, long missing, long infinite, double rankError)
    {
        (_values, _cumulative, Moments, Missing, Infinite, RankError) = (values, cumulative, moments, missing, infinite, rankError);
    }

    /// <summary>The distinct positions' values, ascending; all of them for an exact sample, those kept for a sketched one.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>How many finite values the sample stands for.</summary>
    public long Count => _cumulative is { Length: > 0 } sums ? sums[^1] : _values.Length;

    /// <summary>How many NaN, counted apart and part of no statistic.</summary>
    public long Missing { get; }

    /// <summary>How many infinite values, counted apart and part of no statistic.</summary>
    public long Infinite { get; }

    /// <summary>Mean and variance; exact even for a sketched sample.</summary>
    public Moments Moments { get; }

    /// <summary>Largest error of an empirical distribution function's value, 0 to 1, at the sketch's stated confidence; 0 for an exact sample.</summary>
    public double RankError { get; }

    /// <summary>Whether the values came from a sketch.</summary>
    public bool IsSketched => _cumulative is not null;

    /// <summary>Smallest value.</summary>
    /// <exception cref="InvalidOperationException">The sample is empty.</exception>
    public double Min => Count > 0 ? _values[0] : throw Empty();

    /// <summary>Largest value.</summary>
    /// <exception cref="InvalidOperationException">The sample is empty.</exception>
    public double Max => Count > 0 ? _values[^1] : throw Empty();

    internal ReadOnlySpan<long> Cumulative => _cumulative;

    /// <summary>Copies and sorts the finite values; NaN and infinities are counted apart.</summary>
    public static SortedSample Of(ReadOnlySpan<double> values)
    {
        var finite = new double[values.Length];
        var (kept, missing) = (0, 0);
        foreach (var value in values)
        {
            // Adding 0 turns −0 into 0, so that the two are one value in the order of bits as well.
            finite[kept] = value + 0.0;
            kept += double.IsFinite(value) ? 1 : 0;
            missing += double.IsNaN(value) ? 1 : 0;
        }

        if (kept < finite.Length)
        {
            Array.Resize(ref finite, kept);
        }

        RadixSort.Sort(finite);
        return new(finite, null, Moments.Of(finite), missing, values.Length - kept - missing, 0);
    }

    /// <summary>A sample of ascending values (kept, not copied) that stand for several each, with the running sums of their weights.</summary>
    internal static SortedSample Weighted(double[] sorted, long[] cumulative, Moments moments, long missing, long infinite, double rankError) =>
        new(sorted, cumulative, moments, missing, infinite, rankError);

    /// <summary>How many values are at most the given one.</summary>
    public long CountAtMost(double value)
    {
        var (low, high) = (0, _values.Length);
        while (low < high)
        {
            var middle = (int)(((uint)low + (uint)high) >> 1);
            (low, high) = _values[middle] <= value ? (middle + 1, high) : (low, middle);
        }

        return low == 0 ? 0 : CumulativeAt(low - 1);
    }

    /// <summary>The smallest value that at least the given share of the values does not exceed (inverse of the empirical distribution function; Hyndman and Fan's type 1).</summary>
    /// <param name="share">From 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is outside 0 to 1.</exception>
    /// <exception cref="InvalidOperationException">The sample is empty.</exception>
    public double Quantile(double share)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(share, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        if (Count == 0)
        {
            throw Empty();
        }

        var rank = Math.Max(1, (long)Math.Ceiling(share * Count));
        if (_cumulative is null)
        {
            return _values[(int)Math.Min(rank, _values.Length) - 1];
        }

        var index = Array.BinarySearch(_cumulative, rank);
        return _values[Math.Min(index < 0 ? ~index : index, _values.Length - 1)];
    }

    long CumulativeAt(int index) => _cumulative is null ? index + 1 : _cumulative[index];

    static InvalidOperationException Empty() => new("The sample has no finite value.");
}
