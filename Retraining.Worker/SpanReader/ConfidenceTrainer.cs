using AspireMl.Modeling.Documents.Readers.SpanReader;

namespace AspireMl.Retraining.Worker.SpanReader;

/// <summary>
/// Fits the confidence on documents that a ranker has not seen: a ranker trained on four fifths of the training
/// documents answers the questions of the last fifth.
/// </summary>
internal sealed class ConfidenceTrainer(RankerOptions options, Action<string> report)
{
    const int AsidePercent = 20;

    /// <summary>Trains a ranker on most questions and fits the curve to its decisions on the others.</summary>
    /// <param name="questions">All training questions.</param>
    /// <param name="vendors">Vendor or template of each question's document; a vendor is on one side only.</param>
    public ConfidenceCurve Fit(IReadOnlyList<ScoredQuestion> questions, IReadOnlyList<string> vendors)
    {
        var aside = vendors.Select(vendor => Splits.Percentile("confidence", vendor) < AsidePercent).ToArray();
        report("Training on four fifths, to learn how sure answers may be.");
        using var ranker = new SpanRanker(new RankerTrainer(options, report).Train([.. questions.Where((_, i) => !aside[i])]));
        var decisions = questions.Where((_, i) => aside[i]).AsParallel().AsOrdered().Select(question => Decide(ranker, question)).ToArray();
        return ConfidenceFit.Fit(decisions);
    }

    static (SpanDecision, bool, double) Decide(SpanRanker ranker, ScoredQuestion question)
    {
        lock (question.Analysis)
        {
            var decision = ranker.Decide(question.Analysis, question.Analysis.Match(question.Question.Question));
            return (decision, decision.Candidate >= 0 && question.Scores[decision.Candidate] >= Answered.RightFrom, question.Weight);
        }
    }
}
