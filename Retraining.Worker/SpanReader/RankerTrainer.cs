using AspireMl.Modeling.Documents.Readers.SpanReader;
using AspireMl.Retraining.Worker.XGBoost;

namespace AspireMl.Retraining.Worker.SpanReader;

/// <summary>Trains the ranker in two stages: on random negatives, then on those that the first stage found hard.</summary>
internal sealed class RankerTrainer(RankerOptions options, Action<string> report)
{
    public Booster? Last { get; private set; }

    /// <summary>Trains and returns the model in XGBoost's JSON format.</summary>
    public byte[] Train(IReadOnlyList<ScoredQuestion> questions)
    {
        var answerable = questions.Where(question => question.HasAnswer || question.Question.Answer.Length == 0).ToArray();
        report($"{answerable.Length:N0} of {questions.Count:N0} questions have a candidate or no answer by intent.");

        var first = TrainingRows.Of(answerable, (question, i) => Sampling.Random(question, options.RandomNegatives, options.Seed + i));
        using var easy = new DataMatrix(first.Features, SpanFeatures.Count);
        using var scout = Boost(easy, first.Groups, options.ScoutRounds);

        var second = TrainingRows.Of(answerable, (question, i) => Sampling.Hard(question, Scores(scout, question), options.HardNegatives, options.RandomNegatives / 3, options.Seed + i));
        var hard = new DataMatrix(second.Features, SpanFeatures.Count);
        Last = Boost(hard, second.Groups, options.Rounds);
        return Last.ToJson();
    }

    /// <summary>The scores of all candidates of a question.</summary>
    public static float[] Scores(Booster booster, ScoredQuestion question)
    {
        var rows = new float[question.Analysis.Candidates.Length * SpanFeatures.Count];
        lock (question.Analysis)
        {
            question.Analysis.WriteFeatures(question.Analysis.Match(question.Question.Question), rows);
        }

        lock (booster)
        {
            using var matrix = new DataMatrix(rows, SpanFeatures.Count);
            return booster.Predict(matrix).ToArray();
        }
    }

    Booster Boost(DataMatrix matrix, TrainingRows.Group[] groups, int rounds)
    {
        report($"Boosting {rounds} rounds on {matrix.Rows:N0} rows.");
        var booster = new Booster(matrix, options.ToParameters());
        var gradients = new float[matrix.Rows];
        var hessians = new float[matrix.Rows];
        for (var round = 0; round < rounds; round++)
        {
            var loss = ListwiseObjective.Write(groups, booster.Predict(matrix, training: true), gradients, hessians);
            booster.Boost(matrix, gradients, hessians);
            if (round % 50 == 0 || round == rounds - 1)
            {
                report($"  round {round,4}  loss {loss:F4}");
            }
        }

        return booster;
    }
}
