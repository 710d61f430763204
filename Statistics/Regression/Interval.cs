namespace AspireMl.Statistics.Regression;

/// <summary>An estimate with its bootstrap interval.</summary>
/// <param name="Estimate">From all rows.</param>
/// <param name="Lower">Lower end.</param>
/// <param name="Upper">Upper end.</param>
public sealed record Interval(double Estimate, double Lower, double Upper)
{
    /// <summary>Whether the whole interval lies below 0.</summary>
    public bool IsBelowZero => Upper < 0;

    /// <summary>Whether the whole interval lies above 0.</summary>
    public bool IsAboveZero => Lower > 0;

    /// <summary>The percentile interval (Efron 1979) of resampled estimates, which are sorted in place.</summary>
    internal static Interval Of(double estimate, double[] resampled, double confidence)
    {
        Array.Sort(resampled);
        return new(estimate, At(resampled, (1 - confidence) / 2), At(resampled, (1 + confidence) / 2));
    }

    static double At(double[] sorted, double share)
    {
        var position = share * (sorted.Length - 1);
        var below = (int)position;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((sorted[above] - sorted[below]) * (position - below));
    }
}
