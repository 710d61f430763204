using AspireMl.Contracts.Models;

namespace AspireMl.Retraining.Worker.Tabular.Trees;

/// <summary>Boosts the logarithm of the prediction, so that effects multiply: the negative log-likelihood e^s − y·s, divided by the mean of y.</summary>
sealed class PoissonObjective : TreeObjective
{
    public override string Name => "poisson";

    public override string? Link => TabularLinks.Log;

    // XGBoost's own bound for count:poisson, which keeps e^s from running away.
    public override double LargestStep => 0.7;

    public override float Start(float[] target) => MathF.Log(target.Average());

    // Divided by the mean, curvatures are near 1, and settings mean the same as with squared errors.
    public override void Differentiate(ReadOnlySpan<float> sums, float start, ReadOnlySpan<float> target, Span<float> gradients, Span<float> hessians)
    {
        var scale = MathF.Exp(-start);
        for (var row = 0; row < target.Length; row++)
        {
            hessians[row] = MathF.Exp(sums[row]);
            gradients[row] = hessians[row] - (target[row] * scale);
        }
    }

    public override float ToPrediction(float sum) => MathF.Exp(sum);
}
