namespace AspireMl.Statistics.Distributions;

/// <summary>
/// The population stability index Σ (q − p) ln(q / p), the symmetric Kullback-Leibler divergence (Jeffreys 1946) of credit scoring.
/// </summary>
public static class PopulationStabilityIndex
{
    /// <summary>What is added to each bin's count, so that an empty bin neither makes the index infinite nor hides (Krichevsky and Trofimov's one half).</summary>
    public const double Smoothing = 0.5;

    /// <summary>The index of two aligned tables of counts; shares are (count + ½) ÷ (total + ½ · bins). At least 0, without upper bound; symmetric.</summary>
    /// <exception cref="ArgumentException">The tables differ in length, or one holds nothing.</exception>
    public static double Of(ReadOnlySpan<long> reference, ReadOnlySpan<long> current)
    {
        var (referenceTotal, currentTotal) = CountTables.Totals(reference, current);
        var spread = Smoothing * reference.Length;
        var index = 0.0;
        for (var bin = 0; bin < reference.Length; bin++)
        {
            var p = (reference[bin] + Smoothing) / (referenceTotal + spread);
            var q = (current[bin] + Smoothing) / (currentTotal + spread);
            index += (q - p) * Math.Log(q / p);
        }

        return Math.Max(0, index);
    }
}
