namespace AspireMl.Contracts.Training;

/// <summary>Error of the retrained model (RMSE, or the share of wrong answers of a classifier) less that of the previous one on the same rows; below 0 the retrained one is better.</summary>
/// <param name="Estimate">From all held-out rows.</param>
/// <param name="Lower">Lower end of the paired bootstrap interval.</param>
/// <param name="Upper">Upper end.</param>
/// <param name="Confidence">Of the interval, 0.5 to 0.999.</param>
public sealed record ErrorDifference(double Estimate, double Lower, double Upper, double Confidence);
