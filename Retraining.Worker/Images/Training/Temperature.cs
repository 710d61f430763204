using MathNet.Numerics.Optimization;

namespace AspireMl.Retraining.Worker.Images.Training;

/// <summary>Temperature scaling (Guo, Pleiss, Sun, Weinberger 2017): one number that all logits are divided by, so that confidences are as high as they are right.</summary>
internal static class Temperature
{
    // Logarithms of the least and the largest that cards allow for sensibly.
    const double Lowest = -3;
    const double Highest = 3;
    const double Precision = 1e-6;
    const int MostIterations = 200;
    const int Digits = 4;

    /// <summary>The temperature of the lowest mean cross-entropy.</summary>
    /// <param name="logits">Logits of images that nothing was learned from.</param>
    /// <param name="labels">Their classes.</param>
    public static double Fit(IReadOnlyList<float[]> logits, IReadOnlyList<int> labels)
    {
        var objective = ObjectiveFunction.ScalarValue(log => Loss(logits, labels, Math.Exp(log)));
        var minimum = GoldenSectionMinimizer.Minimum(objective, Lowest, Highest, Precision, MostIterations);
        return Math.Round(Math.Exp(minimum.MinimizingPoint), Digits);
    }

    static double Loss(IReadOnlyList<float[]> logits, IReadOnlyList<int> labels, double temperature)
    {
        var sum = 0.0;
        for (var row = 0; row < logits.Count; row++)
        {
            double largest = logits[row].Max();
            sum += Math.Log(logits[row].Sum(logit => Math.Exp((logit - largest) / temperature))) - ((logits[row][labels[row]] - largest) / temperature);
        }

        return sum / logits.Count;
    }
}
