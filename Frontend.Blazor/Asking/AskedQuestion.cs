using AspireMl.Contracts.Documents;
using AspireMl.Contracts.Inferences;

namespace AspireMl.Frontend.Blazor.Asking;

/// <summary>A question with its answer and what the person said of it.</summary>
/// <param name="Question">The question.</param>
/// <param name="Answer">The service's answer.</param>
public sealed record AskedQuestion(string Question, DocumentAnswer Answer)
{
    /// <summary>The person's verdict, once given.</summary>
    public Feedback? Feedback { get; init; }
}
