using AspireMl.Contracts.Inferences;
using AspireMl.ServiceDefaults.Refusals;

namespace AspireMl.Inference.Api.Inferences;

/// <summary>A person's word on an answer.</summary>
/// <param name="Verdict"><c>correct</c> or <c>incorrect</c>.</param>
/// <param name="Expected">The right answer, at most 1,000 characters.</param>
sealed record FeedbackRequest(string? Verdict, string? Expected)
{
    /// <summary>Most bytes that a request may have.</summary>
    public const int MostBytes = 16 * 1024;

    const int LongestExpected = 1000;
    const string Example = """feedback; send {"verdict":"incorrect","expected":"the right answer"}""";

    /// <summary>Reads the body of a request.</summary>
    /// <exception cref="RefusalException">It is not JSON (415, 400), or a field is out of its bounds (400).</exception>
    public static async Task<FeedbackRequest> ReadAsync(HttpRequest request, CancellationToken cancellation) =>
        (await JsonBody.ReadAsync<FeedbackRequest>(request, Example, cancellation)).Checked();

    FeedbackRequest Checked()
    {
        if (Verdict is not (Feedback.Correct or Feedback.Incorrect))
        {
            throw Refusal.Malformed($"The verdict is {Feedback.Correct} or {Feedback.Incorrect}.");
        }

        if (Expected is { Length: > LongestExpected } || Expected?.Any(char.IsControl) == true)
        {
            throw Refusal.Malformed($"The expected answer has at most {LongestExpected} characters and no control characters.");
        }

        return this with { Expected = string.IsNullOrWhiteSpace(Expected) ? null : Expected };
    }
}
