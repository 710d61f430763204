namespace AspireMl.Statistics.Distributions;

/// <summary>Checks that two tables of counts can be compared.</summary>
internal static class CountTables
{
    public static (double Reference, double Current) Totals(ReadOnlySpan<long> reference, ReadOnlySpan<long> current)
    {
        if (reference.Length != current.Length)
        {
            throw new ArgumentException($"The reference has {reference.Length} bins and the current sample {current.Length}; both need the same.");
        }

        var totals = (Total(reference), Total(current));
        return totals is ( > 0, > 0) ? totals : throw new ArgumentException("Both tables of counts need at least one value.");
    }

    static double Total(ReadOnlySpan<long> counts)
    {
        var total = 0L;
        foreach (var count in counts)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count);
            total += count;
        }

        return total;
    }
}
