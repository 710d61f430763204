namespace AspireMl.Statistics.Classification;

/// <summary>
/// The expected calibration error (Naeini, Cooper, Hauskrecht 2015): predictions are put into bins of equal width by the probability of their most
/// probable class; the mean over predictions of the distance between the confidence and the accuracy of their bin.
/// </summary>
/// <param name="Expected">The error, 0 to 1.</param>
/// <param name="Bins">The bins that hold predictions, from low confidence to high.</param>
public sealed record CalibrationError(double Expected, IReadOnlyList<CalibrationBin> Bins)
{
    /// <summary>Measures.</summary>
    /// <param name="confidences">Probability of each prediction, 0 to 1; at least one.</param>
    /// <param name="right">Whether each was right.</param>
    /// <param name="bins">Number of bins, at least 1. Bin i holds confidences above i ÷ bins up to (i + 1) ÷ bins, the first one 0 too.</param>
    public static CalibrationError Of(IReadOnlyList<double> confidences, IReadOnlyList<bool> right, int bins = 15)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        if (confidences.Count == 0 || confidences.Count != right.Count)
        {
            throw new ArgumentException($"There are {confidences.Count} confidences and {right.Count} outcomes; both must be the same number, at least 1.");
        }

        CalibrationBin[] filled =
        [
            .. Enumerable.Range(0, confidences.Count)
                .GroupBy(row => Math.Clamp((int)Math.Ceiling(confidences[row] * bins) - 1, 0, bins - 1))
                .OrderBy(bin => bin.Key)
                .Select(bin => new CalibrationBin(bin.Count(), bin.Average(row => confidences[row]), bin.Average(row => right[row] ? 1.0 : 0.0))),
        ];
        return new(filled.Sum(bin => bin.Count * Math.Abs(bin.Confidence - bin.Accuracy)) / confidences.Count, filled);
    }
}
