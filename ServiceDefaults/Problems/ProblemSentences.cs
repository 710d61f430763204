using Microsoft.AspNetCore.Http;

namespace AspireMl.ServiceDefaults.Problems;

/// <summary>What to say of an error that came without words.</summary>
internal static class ProblemSentences
{
    public static string Of(int status, HttpContext context) => status switch
    {
        StatusCodes.Status400BadRequest => "The request cannot be read; compare it with /openapi/v1.json.",
        StatusCodes.Status401Unauthorized => "Sign in first, or send a key.",
        StatusCodes.Status403Forbidden => "You are known but not allowed to do this.",
        StatusCodes.Status404NotFound => "There is nothing at this address.",
        StatusCodes.Status405MethodNotAllowed => $"This address takes {context.Response.Headers.Allow}, not {Bounded(context.Request.Method)}.",
        StatusCodes.Status413PayloadTooLarge => "The request is larger than this service takes.",
        StatusCodes.Status415UnsupportedMediaType => UnsupportedMediaType(context.Request.ContentType),
        StatusCodes.Status429TooManyRequests => "The service is busy; try again after the time in Retry-After.",
        StatusCodes.Status503ServiceUnavailable => "The service is not ready; try again shortly.",
        >= StatusCodes.Status500InternalServerError => "Something failed on our side; when you report it, give the trace id.",
        _ => "The request cannot be served; compare it with /openapi/v1.json.",
    };

    static string UnsupportedMediaType(string? contentType) =>
        string.IsNullOrEmpty(contentType)
            ? "The request needs a Content-Type; see /openapi/v1.json for the ones taken here."
            : $"This address does not take {Bounded(contentType)}; see /openapi/v1.json for the media types that it takes.";

    static string Bounded(string text) => text.Length <= 60 ? text : $"{text[..60]}…";
}
