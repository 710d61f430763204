using System.Text.Json;
using AspireMl.Inference.Api.Uploads;
using AspireMl.ServiceDefaults.Refusals;
using AspireMl.Storage.Objects;

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
        if (payload.ValueKind is not JsonValueKind.Object || Text(payload, "image") is not { } image || !ObjectKey.IsValid(image))
        {
            throw Refusal.Unusable("The payload's image is the SHA-256 of an image that was sent before: 64 lower-case hex digits.");
        }

        var question = Text(payload, "question")?.Trim();
        return question is { Length: > 0 and <= FieldReader.LongestQuestion } && !question.Any(char.IsControl)
            ? new(image, question)
            : throw Refusal.Unusable($"The payload's question has 1 to {FieldReader.LongestQuestion} characters on one line.");
    }

    static string? Text(JsonElement payload, string name) =>
        payload.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
