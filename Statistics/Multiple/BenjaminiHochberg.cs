namespace AspireMl.Statistics.Multiple;

/// <summary>Benjamini and Hochberg's (1995) control of the false discovery rate.</summary>
public static class BenjaminiHochberg
{
    /// <summary>
    /// Adjusted p-values, in the order given: min over the larger p-values of p · m / rank, at most 1. Those at most α may be called
    /// discoveries with an expected share of false ones of at most α (independent or positively dependent tests).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A p-value is not from 0 to 1.</exception>
    public static double[] Adjust(ReadOnlySpan<double> pValues)
    {
        var order = new int[pValues.Length];
        var sorted = pValues.ToArray();
        for (var index = 0; index < order.Length; index++)
        {
            order[index] = index;
            if (!(pValues[index] is >= 0 and <= 1))
            {
                throw new ArgumentOutOfRangeException(nameof(pValues), pValues[index], "A p-value lies between 0 and 1.");
            }
        }

        Array.Sort(sorted, order);
        var adjusted = new double[order.Length];
        var smallest = 1.0;
        for (var rank = order.Length; rank > 0; rank--)
        {
            smallest = Math.Min(smallest, sorted[rank - 1] * ((double)order.Length / rank));
            adjusted[order[rank - 1]] = smallest;
        }

        return adjusted;
    }
}
