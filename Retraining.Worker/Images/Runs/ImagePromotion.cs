using System.Globalization;
using AspireMl.Contracts.Training;

namespace AspireMl.Retraining.Worker.Images.Runs;

/// <summary>
/// Decides about a new classifier: promoted when there is no champion, or when it is wrong less often on the same images beyond the bootstrap
/// interval; otherwise kept as challenger, as it is when that was asked for. Never promoted on images that failed their checks.
/// </summary>
internal static class ImagePromotion
{
    /// <summary>The outcome with what was found, what was decided, and why in a sentence.</summary>
    public static RunOutcome Decide(RunOutcome outcome, ImageRunResult found, ImageRunRequest request)
    {
        var (decision, reason) = Decide(found, request);
        return outcome with { Image = found, Decision = decision, Reason = reason };
    }

    static (string Decision, string Reason) Decide(ImageRunResult found, ImageRunRequest request) =>
        found.Checks.Where(check => check.Severity == CheckSeverities.Stop).ToArray() is { Length: > 0 } failed
            ? (RunDecisions.Stopped, string.Join(' ', failed.Select(check => check.Message).Take(5)))
            : found switch
            {
                { Previous: { } previous } when previous.Version == found.Evaluation?.Version => (RunDecisions.Challenger, "The champion was made from the same images and settings, so nothing has changed."),
                _ when !request.Promote => (RunDecisions.Challenger, "It is kept as challenger, as was asked for."),
                { Difference: null } => (RunDecisions.Promoted, "There is no champion yet, so there is nothing to be better than."),
                { Difference: { Upper: < 0 } better } => (RunDecisions.Promoted, $"On {Sentence(found, better)}, better beyond chance."),
                { Difference: { Lower: > 0 } worse } => (RunDecisions.Challenger, $"On {Sentence(found, worse)}, worse beyond chance."),
                { Difference: { } unclear } => (RunDecisions.Challenger, $"On {Sentence(found, unclear)}, which chance alone could have made."),
            };

    static string Sentence(ImageRunResult found, ErrorDifference difference) => string.Create(
        CultureInfo.InvariantCulture,
        $"the same {found.Evaluation?.Images:N0} testing images {found.Evaluation?.Accuracy:P1} of its answers are right and {found.Previous?.Accuracy:P1} of the champion's: a difference of wrong answers of {difference.Estimate:P1} with a {difference.Confidence:P0} interval from {difference.Lower:P1} to {difference.Upper:P1}");
}
