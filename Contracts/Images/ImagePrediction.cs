namespace AspireMl.Contracts.Images;

/// <summary>A label with its probability.</summary>
/// <param name="Label">The label.</param>
/// <param name="Confidence">Its probability, 0 to 1.</param>
public sealed record ImagePrediction(string Label, float Confidence);
