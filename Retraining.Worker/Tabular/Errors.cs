namespace AspireMl.Retraining.Worker.Tabular;

/// <summary>How far predictions are from the truth.</summary>
internal static class Errors
{
    /// <summary>The sum of squared differences.</summary>
    public static double SquaredSum(ReadOnlySpan<float> predicted, ReadOnlySpan<float> truth)
    {
        var sum = 0.0;
        for (var i = 0; i < truth.Length; i++)
        {
            sum += Math.Pow((double)predicted[i] - truth[i], 2);
        }

        return sum;
    }

    /// <summary>The root of the mean squared difference.</summary>
    public static double Rmse(ReadOnlySpan<float> predicted, ReadOnlySpan<float> truth) => Math.Sqrt(SquaredSum(predicted, truth) / truth.Length);
}
