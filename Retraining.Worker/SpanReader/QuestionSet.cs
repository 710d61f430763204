using AspireMl.Modeling.Documents.Evaluation;
using AspireMl.Modeling.Documents.Readers.SpanReader;

namespace AspireMl.Retraining.Worker.SpanReader;

/// <summary>A question about an analysed document, with the score of each candidate as its answer.</summary>
/// <param name="Analysis">The document.</param>
/// <param name="Question">The question.</param>
/// <param name="Scores">ANLS of each candidate, 0 or 0.5 to 1.</param>
/// <param name="Weight">How much the question counts in training.</param>
internal sealed record ScoredQuestion(DocumentAnalysis Analysis, TrainingQuestion Question, float[] Scores, float Weight)
{
    /// <summary>True when some candidate is a right answer.</summary>
    public bool HasAnswer => Scores.Length > 0 && Scores.Max() > 0;
}

/// <summary>Analyses documents and scores their candidates.</summary>
internal static class QuestionSet
{
    /// <summary>Scores every question of every document, on all cores.</summary>
    public static IReadOnlyList<ScoredQuestion> Of(IReadOnlyList<TrainingDocument> documents, Func<TrainingDocument, TrainingQuestion, float> weight) =>
        [.. documents.AsParallel().AsOrdered().SelectMany(document => Score(document, weight))];

    static List<ScoredQuestion> Score(TrainingDocument document, Func<TrainingDocument, TrainingQuestion, float> weight)
    {
        var analysis = DocumentAnalysis.Of(document.Document);
        var byAnswer = new Dictionary<string, float[]>();
        var questions = new List<ScoredQuestion>(document.Questions.Count);
        foreach (var question in document.Questions)
        {
            if (!byAnswer.TryGetValue(question.Answer, out var scores))
            {
                byAnswer[question.Answer] = scores = Array.ConvertAll(analysis.Candidates, candidate => Score(candidate.Text, question.Answer));
            }

            questions.Add(new(analysis, question, scores, weight(document, question)));
        }

        return questions;
    }

    static float Score(string candidate, string answer)
    {
        // The distance is at least the difference in length, which rules most candidates out at no cost.
        var (shorter, longer) = (Math.Min(candidate.Length, answer.Length), Math.Max(candidate.Length, answer.Length));
        return answer.Length == 0 || shorter < longer * Anls.Threshold ? 0 : (float)Anls.Score(candidate, answer);
    }
}
