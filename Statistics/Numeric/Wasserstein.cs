namespace AspireMl.Statistics.Numeric;

/// <summary>The first Wasserstein (earth mover's) distance, ∫ |F − G| dx (Vallender 1974), in the column's units.</summary>
public static class Wasserstein
{
    /// <inheritdoc cref="Distance(SamplePair)"/>
    public static double Distance(SortedSample reference, SortedSample current) => Distance(new SamplePair(reference, current));

    /// <summary>How far values must be moved on average to turn one sample into the other; a metric.</summary>
    /// <exception cref="ArgumentException">A sample is empty.</exception>
    public static double Distance(SamplePair pair)
    {
        ArgumentNullException.ThrowIfNull(pair);
        return pair.Scan.Area;
    }

    /// <inheritdoc cref="NormedDistance(SamplePair)"/>
    public static double NormedDistance(SortedSample reference, SortedSample current) => NormedDistance(new SamplePair(reference, current));

    /// <summary>
    /// The distance in standard deviations of the reference. For a constant reference it is 0 when nothing moved and otherwise infinite.
    /// </summary>
    /// <exception cref="ArgumentException">A sample is empty.</exception>
    public static double NormedDistance(SamplePair pair)
    {
        var distance = Distance(pair);
        return distance == 0 ? 0 : distance / pair.Reference.Moments.StandardDeviation;
    }
}
