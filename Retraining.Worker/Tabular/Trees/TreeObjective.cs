using AspireMl.Contracts.Models;

namespace AspireMl.Retraining.Worker.Tabular.Trees;

/// <summary>The loss that trees are boosted against, from a start that is the same for all rows.</summary>
internal abstract class TreeObjective
{
    /// <summary>The squared error.</summary>
    public static TreeObjective SquaredError { get; } = new SquaredErrorObjective();

    /// <summary>The deviance of Poisson's distribution, for targets that are not negative.</summary>
    public static TreeObjective Poisson { get; } = new PoissonObjective();

    /// <summary>Its name in settings.</summary>
    public abstract string Name { get; }

    /// <summary>One of <see cref="TabularLinks"/>, or null where sums are predictions.</summary>
    public abstract string? Link { get; }

    /// <summary>The most that one leaf may add to a sum; 0 where there is no bound.</summary>
    public abstract double LargestStep { get; }

    /// <summary>The objectives that a target allows.</summary>
    public static IReadOnlyList<TreeObjective> For(ReadOnlySpan<float> target)
    {
        var (least, most) = (float.PositiveInfinity, float.NegativeInfinity);
        foreach (var value in target)
        {
            (least, most) = (Math.Min(least, value), Math.Max(most, value));
        }

        return least >= 0 && most > 0 ? [SquaredError, Poisson] : [SquaredError];
    }

    /// <summary>The objective of that name.</summary>
    public static TreeObjective Named(string name) => name == Poisson.Name ? Poisson : SquaredError;

    /// <summary>What the sums start from.</summary>
    public abstract float Start(float[] target);

    /// <summary>Fills in the first and second derivatives of the loss at the sums, which leave the start out.</summary>
    public abstract void Differentiate(ReadOnlySpan<float> sums, float start, ReadOnlySpan<float> target, Span<float> gradients, Span<float> hessians);

    /// <summary>The prediction of a sum with its start.</summary>
    public abstract float ToPrediction(float sum);
}
