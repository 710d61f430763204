namespace AspireMl.Statistics.Regression;

/// <summary>How far predictions are from what happened.</summary>
/// <param name="Count">Rows.</param>
/// <param name="Mae">Mean absolute error.</param>
/// <param name="Mse">Mean squared error.</param>
/// <param name="Rmse">Its root.</param>
/// <param name="R2">1 − Σ error² ÷ Σ (actual − mean)²; null when the actual values are constant.</param>
/// <param name="Rmsle">Root of the mean squared difference of ln(1 + value); null when a value is −1 or less.</param>
/// <param name="Mape">Mean of |error ÷ actual|, as a share and not in percent; null when an actual value is 0.</param>
public sealed record RegressionMetrics(long Count, double Mae, double Mse, double Rmse, double? R2, double? Rmsle, double? Mape)
{
    /// <summary>Measures predictions against actual values.</summary>
    /// <exception cref="ArgumentException">The lengths differ, there are no rows, or a value is not finite.</exception>
    public static RegressionMetrics Of(ReadOnlySpan<double> actual, ReadOnlySpan<double> predicted)
    {
        var errors = new ErrorRows(actual, predicted);
        var sums = default(ErrorSums);
        for (var row = 0; row < errors.Count; row++)
        {
            errors.AddTo(ref sums, row);
        }

        return sums.ToMetrics();
    }
}
