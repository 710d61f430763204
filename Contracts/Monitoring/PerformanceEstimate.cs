namespace AspireMl.Contracts.Monitoring;

/// <summary>
/// Errors that are expected from features and predictions alone (direct loss estimation). They follow rows to where the model is known
/// to be worse; that the truth itself has changed, only labels can tell.
/// </summary>
/// <param name="Mae">Expected mean absolute error.</param>
/// <param name="Rmse">Expected root mean squared error.</param>
/// <param name="MaeError">How far such estimates of the MAE were off on held-out parts of the reference, on average.</param>
/// <param name="RmseError">How far such estimates of the mean squared error were off there, as a share of the reference's, on average.</param>
public sealed record PerformanceEstimate(MetricInterval Mae, MetricInterval Rmse, double MaeError, double RmseError);
