namespace AspireMl.Retraining.Worker.SpanReader;

/// <summary>
/// Softmax cross-entropy over the candidates of a question and "no answer", whose score is always 0
/// (ListNet: Cao et al., Learning to Rank: From Pairwise Approach to Listwise Approach, ICML 2007).
/// </summary>
internal static class ListwiseObjective
{
    const float LeastHessian = 1e-4f;

    /// <summary>Writes gradient and hessian of each row.</summary>
    /// <returns>The mean loss of the questions, in nats.</returns>
    public static double Write(TrainingRows.Group[] groups, ReadOnlySpan<float> scores, Span<float> gradients, Span<float> hessians)
    {
        var loss = 0.0;
        var weights = 0.0;
        foreach (var group in groups)
        {
            var count = group.Targets.Length;
            var own = scores.Slice(group.Start, count);
            var highest = 0f;
            foreach (var score in own)
            {
                highest = MathF.Max(highest, score);
            }

            var sum = MathF.Exp(-highest);
            foreach (var score in own)
            {
                sum += MathF.Exp(score - highest);
            }

            var logSum = highest + MathF.Log(sum);
            loss += group.Weight * group.NoAnswer * logSum;
            for (var i = 0; i < count; i++)
            {
                var probability = MathF.Exp(own[i] - logSum);
                gradients[group.Start + i] = group.Weight * (probability - group.Targets[i]);
                hessians[group.Start + i] = group.Weight * MathF.Max(LeastHessian, probability * (1 - probability));
                loss += group.Weight * group.Targets[i] * (logSum - own[i]);
            }

            weights += group.Weight;
        }

        return loss / Math.Max(1e-9, weights);
    }
}
