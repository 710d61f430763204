namespace AspireMl.Statistics.Numeric;

/// <summary>How edges of bins are chosen from a reference.</summary>
public enum BinKind
{
    /// <summary>Each bin holds about the same share of the reference. Long tails do not empty the bins.</summary>
    ReferenceQuantiles,

    /// <summary>Equal widths between the reference's smallest and largest value.</summary>
    EqualWidth,
}

/// <summary>
/// Bins over the whole line, (−∞, e₁], (e₁, e₂], …, (eₖ, ∞): values outside the reference's range fall into the outer bins.
/// Prepared once from a reference.
/// </summary>
public sealed class Bins
{
    readonly double[] _edges;

    Bins(double[] edges) => _edges = edges;

    /// <summary>The inner edges, ascending and distinct.</summary>
    public ReadOnlySpan<double> Edges => _edges;

    /// <summary>How many bins.</summary>
    public int Count => _edges.Length + 1;

    /// <summary>Bins from a reference; fewer than asked for when quantiles coincide, three around the value of a constant reference.</summary>
    /// <param name="reference">The sample that the edges come from.</param>
    /// <param name="bins">Most bins, 2 to 10,000. Default 10.</param>
    /// <param name="kind">How edges are chosen.</param>
    /// <exception cref="ArgumentException">The reference is empty.</exception>
    public static Bins Of(SortedSample reference, int bins = 10, BinKind kind = BinKind.ReferenceQuantiles)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bins, 10_000);
        if (reference.Count == 0)
        {
            throw new ArgumentException("Bins need a reference with a finite value.", nameof(reference));
        }

        var (min, max) = (reference.Min, reference.Max);
        if (min == max)
        {
            return new([Math.BitDecrement(min), min]);
        }

        var edges = Enumerable.Range(1, bins - 1).Select(edge => kind == BinKind.EqualWidth
            ? min + ((max / bins * edge) - (min / bins * edge))
            : reference.Quantile((double)edge / bins));
        double[] kept = [.. edges.Distinct().Where(edge => edge >= min && edge < max)];
        return new(kept.Length > 0 ? kept : [min]);
    }

    /// <summary>How many values of a sample each bin holds; by binary search, so sorted samples are not read through.</summary>
    public long[] Counts(SortedSample sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        var counts = new long[Count];
        var before = 0L;
        for (var bin = 0; bin < _edges.Length; bin++)
        {
            var atMost = sample.CountAtMost(_edges[bin]);
            (counts[bin], before) = (atMost - before, atMost);
        }

        counts[^1] = sample.Count - before;
        return counts;
    }
}
