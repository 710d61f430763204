namespace AspireMl.Contracts.Tabular;

/// <summary>What each feature adds to one prediction (Shapley values). Base and contributions add up to the prediction before the card's link.</summary>
/// <param name="Base">The expectation over the training rows.</param>
/// <param name="Features">The contribution of each feature by name.</param>
public sealed record TabularContributions(double Base, IReadOnlyDictionary<string, double> Features);
