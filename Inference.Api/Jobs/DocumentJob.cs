using System.Text.Json;
using AspireMl.Inference.Api.Uploads;
using AspireMl.ServiceDefaults.Refusals;

namespace AspireMl.Inference.Api.Jobs;

/// <summary>The payload of a question about a document.</summary>
/// <param name="Image">SHA-256 of the image, its key in the object store.</param>
/// <param name="Question">1 to 500 characters.</param>
sealed record DocumentJob(string Image, string Question)
{
    /// <summary>Reads a payload.</summary>
    /// <exception cref="RefusalException">It is none: status 422.</exception>
    public static DocumentJob Read(JsonElement payload)
    {
        var image = JobPayload.ImageOf(payload);
        var question = JobPayload.Text(payload, "question")?.Trim();
        return question is { Length: > 0 and <= FieldReader.LongestQuestion } && !question.Any(char.IsControl)
            ? new(image, question)
            : throw Refusal.Unusable($"The payload's question has 1 to {FieldReader.LongestQuestion} characters on one line.");
    }
}
