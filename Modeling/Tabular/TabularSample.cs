namespace AspireMl.Modeling.Tabular;

/// <summary>A row whose prediction is known: the sample of a tabular package, as JSON.</summary>
/// <param name="Row">The values in the order of the graph's columns; null where one is missing.</param>
/// <param name="Outputs">What the graph gives: one value, or the probability of each label.</param>
public sealed record TabularSample(IReadOnlyList<float?> Row, IReadOnlyList<float> Outputs);
