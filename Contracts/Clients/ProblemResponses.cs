using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace AspireMl.Contracts.Clients;

/// <summary>Turns refusals into <see cref="ApiException"/> with the sentence of their problem+json.</summary>
internal static class ProblemResponses
{
    const int LongestProblem = 64 * 1024;

    public static async Task EnsureAcceptedAsync(this HttpResponseMessage response, CancellationToken cancellation)
    {
        if (response.IsSuccessStatusCode)
        {
            return;
        }

        var sentence = await SentenceAsync(response, cancellation) ?? Fallback(response.StatusCode);
        throw new ApiException(sentence, response.StatusCode, Wait(response.Headers.RetryAfter));
    }

    static async Task<string?> SentenceAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        if (response.Content.Headers.ContentType?.MediaType is not ("application/problem+json" or "application/json"))
        {
            return null;
        }

        try
        {
            await response.Content.LoadIntoBufferAsync(LongestProblem, cancellation);
            using var problem = JsonDocument.Parse(await response.Content.ReadAsStreamAsync(cancellation));
            return Text(problem.RootElement, "detail") ?? Text(problem.RootElement, "title");
        }
        catch (Exception exception) when (exception is JsonException or HttpRequestException)
        {
            return null;
        }
    }

    static string? Text(JsonElement problem, string name) =>
        problem.ValueKind == JsonValueKind.Object
        && problem.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
        && value.GetString() is { Length: > 0 } text
            ? text
            : null;

    static TimeSpan? Wait(RetryConditionHeaderValue? header) =>
        header?.Delta ?? (header?.Date is { } date ? date - DateTimeOffset.UtcNow : null);

    static string Fallback(HttpStatusCode status) => status switch
    {
        HttpStatusCode.NotFound => "There is nothing under this id.",
        HttpStatusCode.RequestEntityTooLarge => "The file is too large.",
        HttpStatusCode.TooManyRequests => "The service is busy. Try again in a moment.",
        HttpStatusCode.ServiceUnavailable => "The service is not ready yet. Try again in a moment.",
        _ => $"The service answered with status {(int)status} and no explanation.",
    };
}
