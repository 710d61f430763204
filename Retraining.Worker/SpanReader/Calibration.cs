namespace AspireMl.Retraining.Worker.SpanReader;

/// <summary>How far confidences are from the truth.</summary>
public static class Calibration
{
    const int Bins = 10;

    /// <summary>
    /// Expected calibration error over ten bins of equal width
    /// (Naeini et al., Obtaining Well Calibrated Probabilities Using Bayesian Binning, AAAI 2015).
    /// </summary>
    /// <param name="answers">Confidence, 0 to 1, and whether the answer was right.</param>
    /// <returns>0 to 1; 0 when there are no answers.</returns>
    public static double Error(IReadOnlyList<(double Confidence, bool Right)> answers) =>
        answers.GroupBy(answer => Math.Min(Bins - 1, (int)(answer.Confidence * Bins)))
            .Sum(bin => bin.Count() * Math.Abs(bin.Average(a => a.Confidence) - bin.Average(a => a.Right ? 1.0 : 0.0))) / Math.Max(1, answers.Count);
}
