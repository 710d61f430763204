namespace AspireMl.Bench.Documents;

/// <summary>Percentiles by the nearest rank.</summary>
internal static class Percentiles
{
    /// <summary>The smallest value that at least the given share of the values does not exceed; 0 without values.</summary>
    public static double Of(IEnumerable<double> values, double share)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? 0 : sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)];
    }
}
