namespace AspireMl.Contracts.Training;

/// <summary>How one version of a model did on the held-out rows.</summary>
/// <param name="Model">Its version.</param>
/// <param name="Rows">Rows that were predicted.</param>
/// <param name="Mae">Mean absolute error, in the target's unit.</param>
/// <param name="Mse">Mean squared error.</param>
/// <param name="Rmse">Its root, in the target's unit.</param>
/// <param name="R2">Share of the variance that is explained, at most 1; null where the target is constant.</param>
/// <param name="Rmsle">Root of the mean squared difference of ln(1 + value); null where a value is −1 or less.</param>
/// <param name="Mape">Mean of |error ÷ label| as a share; null where a label is 0.</param>
public sealed record ModelResults(string Model, long Rows, double Mae, double Mse, double Rmse, double? R2, double? Rmsle, double? Mape)
    : ModelMetrics(Rows, Mae, Mse, Rmse, R2, Rmsle, Mape);
