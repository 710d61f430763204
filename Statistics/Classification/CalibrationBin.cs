namespace AspireMl.Statistics.Classification;

/// <summary>Predictions of about the same confidence.</summary>
/// <param name="Count">How many, at least 1.</param>
/// <param name="Confidence">Their mean confidence.</param>
/// <param name="Accuracy">Share of them that were right.</param>
public sealed record CalibrationBin(int Count, double Confidence, double Accuracy);
