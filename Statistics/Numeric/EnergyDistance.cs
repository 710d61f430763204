namespace AspireMl.Statistics.Numeric;

/// <summary>The energy distance √(2 ∫ (F − G)² dx) (Székely and Rizzo 2013), in the root of the column's units; a metric.</summary>
public static class EnergyDistance
{
    /// <inheritdoc cref="Distance(SamplePair)"/>
    public static double Distance(SortedSample reference, SortedSample current) => Distance(new SamplePair(reference, current));

    /// <summary>0 for equal samples.</summary>
    /// <exception cref="ArgumentException">A sample is empty.</exception>
    public static double Distance(SamplePair pair)
    {
        ArgumentNullException.ThrowIfNull(pair);
        return Math.Sqrt(2 * pair.Scan.SquaredArea);
    }
}
