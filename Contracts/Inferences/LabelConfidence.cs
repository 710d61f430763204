namespace AspireMl.Contracts.Inferences;

/// <summary>A label with the probability that it is right.</summary>
/// <param name="Label">One of the model's labels.</param>
/// <param name="Confidence">0 to 1.</param>
public sealed record LabelConfidence(string Label, double Confidence);
