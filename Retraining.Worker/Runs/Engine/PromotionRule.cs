using System.Globalization;
using AspireMl.Contracts.Training;

namespace AspireMl.Retraining.Worker.Runs.Engine;

/// <summary>
/// Decides about a retrained model: promoted when no champion can answer the held-out rows, or when it is better than the champion beyond the
/// bootstrap interval; otherwise kept as challenger. Never promoted on data that failed their checks.
/// </summary>
internal static class PromotionRule
{
    /// <summary>Decides, and says why in a sentence.</summary>
    public static (string Decision, string Reason) Decide(IReadOnlyList<DataCheck> checks, ModelComparison? comparison) =>
        checks.Where(check => check.Severity == CheckSeverities.Stop).ToArray() is { Length: > 0 } failed
            ? (RunDecisions.Stopped, string.Join(' ', failed.Select(check => check.Message).Take(5)))
            : comparison switch
            {
                null => throw new ArgumentNullException(nameof(comparison), "Data that passed their checks are trained on and compared."),
                { Previous: { } previous } when previous.Model == comparison.Retrained.Model => (RunDecisions.Challenger, "The champion was made from the same data and seed, so nothing has changed."),
                { Difference: null } => (RunDecisions.Promoted, "No champion answers these rows, so there is nothing to be better than."),
                { Difference: { Upper: < 0 } better } => (RunDecisions.Promoted, $"On {Sentence(comparison, better)}, better beyond chance."),
                { Difference: { Lower: > 0 } worse } => (RunDecisions.Challenger, $"On {Sentence(comparison, worse)}, worse beyond chance."),
                { Difference: { } unclear } => (RunDecisions.Challenger, $"On {Sentence(comparison, unclear)}, which chance alone could have made."),
            };

    static string Sentence(ModelComparison comparison, ErrorDifference difference) => string.Create(
        CultureInfo.InvariantCulture,
        $"the same {comparison.Retrained.Rows:N0} held-out rows its RMSE is {comparison.Retrained.Rmse:G5} and the champion's {comparison.Previous?.Rmse:G5}: a difference of {difference.Estimate:G3} with a {difference.Confidence:P0} interval from {difference.Lower:G3} to {difference.Upper:G3}");
}
