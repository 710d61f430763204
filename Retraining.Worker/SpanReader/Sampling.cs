namespace AspireMl.Retraining.Worker.SpanReader;

/// <summary>Chooses the candidates of a question that training looks at.</summary>
internal static class Sampling
{
    const int MostPositives = 10;

    /// <summary>The right answers and some others at random.</summary>
    public static int[] Random(ScoredQuestion question, int negatives, int seed) => [.. Chosen(question, [], negatives, seed)];

    /// <summary>The right answers, those that score highest, and some others at random.</summary>
    public static int[] Hard(ScoredQuestion question, float[] scores, int hard, int random, int seed)
    {
        var highest = Enumerable.Range(0, scores.Length).OrderByDescending(i => scores[i]).Take(hard);
        return [.. Chosen(question, highest, random, seed)];
    }

    static SortedSet<int> Chosen(ScoredQuestion question, IEnumerable<int> given, int negatives, int seed)
    {
        var chosen = new SortedSet<int>(given);
        chosen.UnionWith(Enumerable.Range(0, question.Scores.Length).Where(i => question.Scores[i] > 0).OrderByDescending(i => question.Scores[i]).Take(MostPositives));
        var random = new Random(seed);
        for (var i = 0; i < negatives && question.Scores.Length > 0; i++)
        {
            chosen.Add(random.Next(question.Scores.Length));
        }

        return chosen;
    }
}
