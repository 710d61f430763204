using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace AspireMl.ServiceDefaults.Problems;

/// <summary>The framework's words about unreadable requests, without the C# types that they name.</summary>
internal static partial class BadRequestSentences
{
    const int LongestValue = 60;

    public static (int Status, string? Sentence) Of(BadHttpRequestException exception) => exception switch
    {
        { InnerException: BadHttpRequestException inner } => Of(inner),
        { InnerException: InvalidDataException { Message: var limit } } when limit.Contains("limit", StringComparison.Ordinal) =>
            (StatusCodes.Status413PayloadTooLarge, null),
        { StatusCode: StatusCodes.Status413PayloadTooLarge or StatusCodes.Status415UnsupportedMediaType } => (exception.StatusCode, null),
        { InnerException: JsonException json } => (exception.StatusCode, OfJson(json)),
        _ => (exception.StatusCode, OfMessage(exception.Message)),
    };

    static string OfJson(JsonException exception) =>
        exception.Path is null or "$"
            ? "The body is not the JSON that this address takes; see /openapi/v1.json."
            : $"The body is not the JSON that this address takes: look at {Bounded(exception.Path)}.";

    static string? OfMessage(string message) =>
        Missing().Match(message) is { Success: true } missing ? $"\"{missing.Groups["name"].Value}\" is missing."
        : Unbindable().Match(message) is { Success: true } unbindable
            ? $"\"{Bounded(unbindable.Groups["value"].Value)}\" is no valid value of \"{unbindable.Groups["name"].Value}\"."
        : message.Contains("as form", StringComparison.Ordinal) ? "The form cannot be read; send multipart/form-data with a boundary, whole."
        : message.StartsWith("Unexpected end", StringComparison.Ordinal) ? "The request ended before its body was complete."
        : null;

    static string Bounded(string text) => text.Length <= LongestValue ? text : $"{text[..LongestValue]}…";

    [GeneratedRegex("""^Required parameter "(?:.* )?(?<name>\S+)" was not provided""")]
    private static partial Regex Missing();

    [GeneratedRegex("""^Failed to bind parameter "(?:[^"]* )?(?<name>[^" ]+)" from "(?<value>.*)"\.$""", RegexOptions.Singleline)]
    private static partial Regex Unbindable();
}
