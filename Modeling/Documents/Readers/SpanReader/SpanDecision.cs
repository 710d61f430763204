using AspireMl.Modeling.Documents.Evaluation;

namespace AspireMl.Modeling.Documents.Readers.SpanReader;

/// <summary>
/// The answer chosen from the candidates' scores: the one with the highest expected similarity to the right answer under
/// the softmax over all candidates and "no answer", whose score is 0 (minimum Bayes risk).
/// </summary>
/// <param name="Candidate">Index of the chosen candidate; -1 when there is none.</param>
/// <param name="Expected">Expected similarity, 0 to 1.</param>
/// <param name="Probability">Probability of the candidates with just this text, 0 to 1.</param>
/// <param name="Lead">Its probability less that of the best different answer, -1 to 1.</param>
/// <param name="Score">Its score.</param>
internal readonly record struct SpanDecision(int Candidate, float Expected, float Probability, float Lead, float Score)
{
    const int Considered = 24;

    /// <summary>Decides.</summary>
    /// <param name="candidates">The candidates.</param>
    /// <param name="scores">A score for each.</param>
    public static SpanDecision Of(IReadOnlyList<Candidate> candidates, ReadOnlySpan<float> scores)
    {
        if (scores.IsEmpty)
        {
            return new(-1, 0, 0, 0, 0);
        }

        var highest = 0f;
        foreach (var score in scores)
        {
            highest = MathF.Max(highest, score);
        }

        var sum = MathF.Exp(-highest);
        foreach (var score in scores)
        {
            sum += MathF.Exp(score - highest);
        }

        var answers = Best(candidates, scores, highest, sum);
        return Choose(candidates, scores, answers);
    }

    /// <summary>The most probable texts, each with the probability of all candidates that read so.</summary>
    static List<(int Candidate, float Probability)> Best(IReadOnlyList<Candidate> candidates, ReadOnlySpan<float> scores, float highest, float sum)
    {
        var order = new int[scores.Length];
        var keys = new float[scores.Length];
        for (var i = 0; i < order.Length; i++)
        {
            (order[i], keys[i]) = (i, -scores[i]);
        }

        Array.Sort(keys, order);
        var answers = new List<(int Candidate, float Probability)>(Considered);
        foreach (var i in order.AsSpan(0, Math.Min(order.Length, 3 * Considered)))
        {
            var probability = MathF.Exp(scores[i] - highest) / sum;
            var known = answers.FindIndex(answer => string.Equals(candidates[answer.Candidate].Text, candidates[i].Text, StringComparison.OrdinalIgnoreCase));
            if (known >= 0)
            {
                answers[known] = (answers[known].Candidate, answers[known].Probability + probability);
            }
            else if (answers.Count < Considered)
            {
                answers.Add((i, probability));
            }
        }

        return answers;
    }

    static SpanDecision Choose(IReadOnlyList<Candidate> candidates, ReadOnlySpan<float> scores, List<(int Candidate, float Probability)> answers)
    {
        var (best, expected) = (0, -1f);
        for (var i = 0; i < answers.Count; i++)
        {
            var sum = 0f;
            foreach (var (other, probability) in answers)
            {
                sum += probability * (float)Anls.Score(candidates[answers[i].Candidate].Text, candidates[other].Text);
            }

            if (sum > expected)
            {
                (best, expected) = (i, sum);
            }
        }

        var rival = 0f;
        for (var i = 0; i < answers.Count; i++)
        {
            if (i != best && Anls.Score(candidates[answers[i].Candidate].Text, candidates[answers[best].Candidate].Text) == 0)
            {
                rival = MathF.Max(rival, answers[i].Probability);
            }
        }

        var chosen = answers[best];
        return new(chosen.Candidate, expected, chosen.Probability, chosen.Probability - rival, scores[chosen.Candidate]);
    }
}
