namespace AspireMl.Contracts.Training;

/// <summary>What a model predicts on average when a feature has one value.</summary>
/// <param name="Value">The value.</param>
/// <param name="Prediction">The mean prediction, in the target's unit.</param>
public sealed record DependencePoint(double Value, double Prediction);
