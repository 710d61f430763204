namespace AspireMl.Retraining.Worker.Tabular.Trees;

sealed class SquaredErrorObjective : TreeObjective
{
    public override string Name => "squared-error";

    public override string? Link => null;

    public override double LargestStep => 0;

    public override float Start(float[] target) => target.Average();

    public override void Differentiate(ReadOnlySpan<float> sums, float start, ReadOnlySpan<float> target, Span<float> gradients, Span<float> hessians)
    {
        hessians.Fill(1);
        for (var row = 0; row < target.Length; row++)
        {
            gradients[row] = sums[row] + start - target[row];
        }
    }

    public override float ToPrediction(float sum) => sum;
}
