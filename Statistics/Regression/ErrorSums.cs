namespace AspireMl.Statistics.Regression;

/// <summary>Sums from which every metric follows. Actual values are taken from their centre, so that R² does not subtract large squares.</summary>
internal struct ErrorSums
{
    public long Count;
    public double Absolute;
    public double Squared;
    public double Logarithmic;
    public double Relative;
    public double Actual;
    public double ActualSquared;

    public readonly RegressionMetrics ToMetrics()
    {
        var mse = Squared / Count;
        var spread = ActualSquared - (Actual * Actual / Count);
        return new(
            Count, Absolute / Count, mse, Math.Sqrt(mse),
            spread > ActualSquared * 1e-14 ? 1 - (Squared / spread) : null,
            double.IsFinite(Logarithmic) ? Math.Sqrt(Logarithmic / Count) : null,
            double.IsFinite(Relative) ? Relative / Count : null);
    }
}
