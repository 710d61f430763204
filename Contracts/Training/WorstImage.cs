namespace AspireMl.Contracts.Training;

/// <summary>An image that was called something else than it is.</summary>
/// <param name="Path">Where it stands in its dataset.</param>
/// <param name="Sha256">Hash of its file.</param>
/// <param name="Label">What it is.</param>
/// <param name="Predicted">What it was called.</param>
/// <param name="Confidence">With which probability.</param>
/// <param name="LabelProbability">The probability of what it is.</param>
public sealed record WorstImage(string Path, string Sha256, string Label, string Predicted, double Confidence, double LabelProbability);
