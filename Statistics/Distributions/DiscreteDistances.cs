namespace AspireMl.Statistics.Distributions;

/// <summary>Distances between the shares of two aligned tables of counts, of bins or of categories. All are metrics from 0 to 1 and need no smoothing.</summary>
public static class DiscreteDistances
{
    /// <summary>Root of the Jensen-Shannon divergence in bits (Lin 1991; a metric by Endres and Schindelin 2003).</summary>
    /// <exception cref="ArgumentException">The tables differ in length, or one holds nothing.</exception>
    public static double JensenShannon(ReadOnlySpan<long> reference, ReadOnlySpan<long> current)
    {
        var (referenceTotal, currentTotal) = CountTables.Totals(reference, current);
        var divergence = 0.0;
        for (var bin = 0; bin < reference.Length; bin++)
        {
            var (p, q) = (reference[bin] / referenceTotal, current[bin] / currentTotal);
            var middle = (p + q) / 2;
            divergence += Entropy(p, middle) + Entropy(q, middle);
        }

        return Math.Sqrt(Math.Clamp(divergence / 2, 0, 1));
    }

    /// <summary>√(½ Σ (√p − √q)²) (Hellinger 1909).</summary>
    /// <exception cref="ArgumentException">The tables differ in length, or one holds nothing.</exception>
    public static double Hellinger(ReadOnlySpan<long> reference, ReadOnlySpan<long> current)
    {
        var (referenceTotal, currentTotal) = CountTables.Totals(reference, current);
        var sum = 0.0;
        for (var bin = 0; bin < reference.Length; bin++)
        {
            var difference = Math.Sqrt(reference[bin] / referenceTotal) - Math.Sqrt(current[bin] / currentTotal);
            sum += difference * difference;
        }

        return Math.Sqrt(Math.Min(1, sum / 2));
    }

    /// <summary>½ Σ |p − q|: the share of rows that would have to change their bin.</summary>
    /// <exception cref="ArgumentException">The tables differ in length, or one holds nothing.</exception>
    public static double TotalVariation(ReadOnlySpan<long> reference, ReadOnlySpan<long> current)
    {
        var (referenceTotal, currentTotal) = CountTables.Totals(reference, current);
        var sum = 0.0;
        for (var bin = 0; bin < reference.Length; bin++)
        {
            sum += Math.Abs((reference[bin] / referenceTotal) - (current[bin] / currentTotal));
        }

        return Math.Min(1, sum / 2);
    }

    /// <summary>max |p − q|: the largest change of a single share.</summary>
    /// <exception cref="ArgumentException">The tables differ in length, or one holds nothing.</exception>
    public static double LInfinity(ReadOnlySpan<long> reference, ReadOnlySpan<long> current)
    {
        var (referenceTotal, currentTotal) = CountTables.Totals(reference, current);
        var largest = 0.0;
        for (var bin = 0; bin < reference.Length; bin++)
        {
            largest = Math.Max(largest, Math.Abs((reference[bin] / referenceTotal) - (current[bin] / currentTotal)));
        }

        return largest;
    }

    static double Entropy(double share, double middle) => share > 0 ? share * Math.Log2(share / middle) : 0;
}
