namespace AspireMl.Contracts.Monitoring;

/// <summary>Errors of predictions, each with its 95 % bootstrap interval; those that are undefined for the rows are null.</summary>
/// <param name="Mae">Mean absolute error.</param>
/// <param name="Mse">Mean squared error.</param>
/// <param name="Rmse">Its root.</param>
/// <param name="R2">Coefficient of determination.</param>
/// <param name="Rmsle">Root of the mean squared logarithmic error.</param>
/// <param name="Mape">Mean absolute relative error, as a share.</param>
public sealed record PerformanceMetrics(
    MetricInterval Mae, MetricInterval Mse, MetricInterval Rmse, MetricInterval? R2, MetricInterval? Rmsle, MetricInterval? Mape);
