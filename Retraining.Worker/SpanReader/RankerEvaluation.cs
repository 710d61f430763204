using AspireMl.Modeling.Documents.Evaluation;
using AspireMl.Modeling.Documents.Readers.SpanReader;
using AspireMl.Retraining.Worker.XGBoost;

namespace AspireMl.Retraining.Worker.SpanReader;

/// <summary>ANLS of a ranker's best candidates, by kind of question.</summary>
internal static class RankerEvaluation
{
    public static IReadOnlyDictionary<string, (double Anls, double Ceiling, int Count)> Evaluate(Booster booster, IReadOnlyList<ScoredQuestion> questions, Action<string>? onError = null) =>
        questions.Where(q => q.Question.Answer.Length > 0).AsParallel().AsOrdered().Select(question =>
        {
            var scores = RankerTrainer.Scores(booster, question);
            var best = SpanDecision.Of(question.Analysis.Candidates, scores).Candidate;
            var text = best < 0 ? "" : question.Analysis.Candidates[best].Text;
            var anls = Anls.Score(text, question.Question.Answer);
            if (anls < 0.9)
            {
                onError?.Invoke($"{anls:F2}\t{(question.Scores.Length == 0 ? 0 : question.Scores.Max()):F2}\t{question.Question.Kind}\t{question.Question.Question}\t[{question.Question.Answer}]\t[{text}]");
            }

            return (question.Question.Kind, Anls: anls, Ceiling: question.Scores.Length == 0 ? 0 : (double)question.Scores.Max());
        })
        .GroupBy(result => result.Kind)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => (group.Average(r => r.Anls), group.Average(r => r.Ceiling), group.Count()));
}
