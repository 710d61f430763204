using AspireMl.Modeling.Documents.Evaluation;
using AspireMl.Modeling.Documents.Readers;

namespace AspireMl.Retraining.Worker.SpanReader;

/// <summary>How well a reader answers one kind of question.</summary>
/// <param name="Anls">Mean ANLS, 0 to 1.</param>
/// <param name="ExactMatch">Share of answers equal to the truth, letter case and outer white space aside.</param>
/// <param name="Count">Number of questions.</param>
public sealed record KindScore(double Anls, double ExactMatch, int Count);

/// <summary>One question and what a reader answered.</summary>
/// <param name="DocumentId">The document.</param>
/// <param name="Question">What was asked, and the truth.</param>
/// <param name="Answer">The reader's answer, or null.</param>
/// <param name="Confidence">The reader's confidence, 0 to 1.</param>
/// <param name="Anls">Score of the answer, 0 to 1; for a question without an answer on the page 1 when none was given.</param>
public sealed record Answered(string DocumentId, TrainingQuestion Question, string? Answer, double Confidence, double Anls)
{
    /// <summary>The similarity from which an answer counts as right when confidences are judged.</summary>
    public const double RightFrom = 0.8;

    /// <summary>True when the answer is right.</summary>
    public bool Right => Anls >= RightFrom;
}

/// <summary>Asks a reader the questions of documents whose answers are known.</summary>
public static class ReaderEvaluation
{
    /// <summary>Asks all questions, on all cores.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="documents">The documents.</param>
    public static IReadOnlyList<Answered> Ask(IDocumentReader reader, IReadOnlyList<TrainingDocument> documents) =>
        [.. documents.AsParallel().AsOrdered().SelectMany(document => document.Questions.Select(question =>
        {
            var reading = reader.Read(document.Document, question.Question);
            return new Answered(document.Id, question, reading.Answer, reading.Confidence, Score(reading.Answer, question.Answer));
        }))];

    /// <summary>Scores by kind of question, in the order of their names.</summary>
    /// <param name="answers">What was answered.</param>
    public static IReadOnlyDictionary<string, KindScore> ByKind(IEnumerable<Answered> answers) =>
        new SortedDictionary<string, KindScore>(
            answers.GroupBy(answer => answer.Question.Kind).ToDictionary(group => group.Key, group => Summary([.. group])), StringComparer.Ordinal);

    /// <summary>The score of all answers together.</summary>
    /// <param name="answers">What was answered.</param>
    public static KindScore Summary(IReadOnlyList<Answered> answers) => new(
        answers.Count == 0 ? 0 : answers.Average(answer => answer.Anls),
        answers.Count == 0 ? 0 : answers.Average(answer => answer.Anls >= 1 ? 1.0 : 0),
        answers.Count);

    /// <summary>Expected calibration error of the confidences of the answers that were given, over ten bins.</summary>
    /// <param name="answers">What was answered.</param>
    public static double CalibrationError(IEnumerable<Answered> answers) =>
        Calibration.Error([.. answers.Select(answer => (answer.Confidence, answer.Right))]);

    static double Score(string? answer, string truth) => truth.Length == 0 ? (answer is null ? 1 : 0) : answer is null ? 0 : Anls.Score(answer, truth);
}
