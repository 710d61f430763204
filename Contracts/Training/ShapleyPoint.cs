namespace AspireMl.Contracts.Training;

/// <summary>A row's value of a feature and what it added to the row's prediction.</summary>
/// <param name="Value">The value; null where it is missing.</param>
/// <param name="Contribution">Its Shapley value.</param>
public sealed record ShapleyPoint(double? Value, double Contribution);
