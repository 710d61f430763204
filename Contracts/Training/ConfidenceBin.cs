namespace AspireMl.Contracts.Training;

/// <summary>Answers of about the same confidence.</summary>
/// <param name="Images">How many, at least 1.</param>
/// <param name="Confidence">Their mean confidence.</param>
/// <param name="Accuracy">Share of them that were right.</param>
public sealed record ConfidenceBin(int Images, double Confidence, double Accuracy);
