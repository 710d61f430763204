using AspireMl.Modeling.Documents.Readers.SpanReader;

namespace AspireMl.Retraining.Worker.SpanReader;

/// <summary>Rows of candidates, question after question, ready to boost on.</summary>
internal sealed class TrainingRows
{
    TrainingRows(float[] features, Group[] groups)
    {
        Features = features;
        Groups = groups;
    }

    /// <summary>One row of <see cref="SpanFeatures.Count"/> values a candidate.</summary>
    public float[] Features { get; }

    /// <summary>The questions.</summary>
    public Group[] Groups { get; }

    /// <summary>Rows of one question: where they begin, the target share of each, and the share of "no answer".</summary>
    internal sealed record Group(int Start, float[] Targets, float NoAnswer, float Weight);

    /// <summary>Writes the chosen candidates of each question.</summary>
    /// <param name="questions">The questions.</param>
    /// <param name="choose">Picks candidates of a question by index.</param>
    public static TrainingRows Of(IReadOnlyList<ScoredQuestion> questions, Func<ScoredQuestion, int, int[]> choose)
    {
        var chosen = questions.AsParallel().AsOrdered().Select(choose).ToArray();
        var starts = new int[chosen.Length];
        var rows = 0;
        for (var i = 0; i < chosen.Length; i++)
        {
            starts[i] = rows;
            rows += chosen[i].Length;
        }

        var features = new float[(long)rows * SpanFeatures.Count];
        Parallel.For(0, chosen.Length, i =>
        {
            var question = questions[i];
            lock (question.Analysis)
            {
                question.Analysis.WriteFeatures(
                    question.Analysis.Match(question.Question.Question),
                    chosen[i],
                    features.AsSpan(starts[i] * SpanFeatures.Count, chosen[i].Length * SpanFeatures.Count));
            }
        });
        return new(features, [.. questions.Select((question, i) => GroupOf(question, chosen[i], starts[i]))]);
    }

    /// <summary>Targets follow a high power of the score, so that the best candidates share nearly all of it.</summary>
    static Group GroupOf(ScoredQuestion question, int[] chosen, int start)
    {
        const double Sharpness = 12;
        var targets = Array.ConvertAll(chosen, i => (float)Math.Pow(question.Scores[i], Sharpness));
        var sum = targets.Sum();
        if (!question.HasAnswer || sum <= 0)
        {
            return new(start, new float[chosen.Length], 1, question.Weight);
        }

        // A page whose best candidate is a poor answer teaches less certainty.
        var best = (float)question.Scores.Max();
        for (var i = 0; i < targets.Length; i++)
        {
            targets[i] *= best / sum;
        }

        return new(start, targets, 1 - best, question.Weight);
    }
}
