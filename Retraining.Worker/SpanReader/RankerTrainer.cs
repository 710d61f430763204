using AspireMl.Modeling.Documents.Readers.SpanReader;
using AspireMl.Retraining.Worker.XGBoost;

namespace AspireMl.Retraining.Worker.SpanReader;

/// <summary>Trains the ranker in two stages: on random negatives, then on those that the first stage found hard.</summary>
internal sealed class RankerTrainer(RankerOptions options, Action<string> report)
{
    /// <summary>Trains and returns the ONNX graph, checked row by row against XGBoost's own predictions.</summary>
    public byte[] Train(IReadOnlyList<ScoredQuestion> questions)
    {
        var usable = questions.Where(question => question.HasAnswer || question.Question.Answer.Length == 0).ToArray();
        report($"{usable.Length:N0} of {questions.Count:N0} questions can be learnt from; the others have no candidate near their answer.");

        using var scout = new SpanRanker(Boost(
            TrainingRows.Of(usable, (question, i) => Sampling.Random(question, options.RandomNegatives, options.Seed + i)), options.ScoutRounds));
        return Boost(
            TrainingRows.Of(usable, (question, i) => Sampling.Hard(question, Scores(scout, question), options.HardNegatives, options.RandomNegatives / 3, options.Seed + i)),
            options.Rounds);
    }

    static float[] Scores(SpanRanker ranker, ScoredQuestion question)
    {
        lock (question.Analysis)
        {
            var scores = new float[question.Scores.Length];
            ranker.Score(question.Analysis, question.Analysis.Match(question.Question.Question), scores);
            return scores;
        }
    }

    byte[] Boost(TrainingRows rows, int rounds)
    {
        using var matrix = new DataMatrix(rows.Features, SpanFeatures.Count);
        using var booster = new Booster(matrix, options.ToParameters());
        report($"Boosting {rounds} rounds on {matrix.Rows:N0} rows of {SpanFeatures.Count} features.");
        var gradients = new float[matrix.Rows];
        var hessians = new float[matrix.Rows];
        for (var round = 0; round < rounds; round++)
        {
            var loss = ListwiseObjective.Write(rows.Groups, booster.Predict(matrix, training: true), gradients, hessians);
            booster.Boost(matrix, gradients, hessians);
            if (round % 50 == 0 || round == rounds - 1)
            {
                report($"  round {round,4}  loss {loss:F4}");
            }
        }

        var graph = TreeExport.ToOnnx(booster.ToJson(), "span-reader", SpanRanker.Input, SpanRanker.Output);
        var difference = ExportCheck.LargestDifference(graph, rows.Features, booster.Predict(matrix));
        report($"The ONNX export differs from XGBoost by at most {difference:E1} on {matrix.Rows:N0} rows.");
        return difference <= ExportCheck.Tolerance
            ? graph
            : throw new InvalidOperationException($"The ONNX export differs from XGBoost by {difference}; the model is not written.");
    }
}
