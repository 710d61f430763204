namespace AspireMl.Contracts.Training;

/// <summary>Rows with similar predictions.</summary>
/// <param name="Rows">How many.</param>
/// <param name="Predicted">Mean prediction.</param>
/// <param name="Actual">Mean label.</param>
/// <param name="Rmse">Root of the mean squared error of these rows.</param>
public sealed record EvaluationBin(int Rows, double Predicted, double Actual, double Rmse);
