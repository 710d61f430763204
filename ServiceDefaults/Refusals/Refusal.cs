using Microsoft.AspNetCore.Http;

namespace AspireMl.ServiceDefaults.Refusals;

/// <summary>The refusals of the HTTP contract; each takes a sentence that says what is wrong and what to do.</summary>
public static class Refusal
{
    /// <summary>Status 400: the request cannot be read.</summary>
    public static RefusalException Malformed(string sentence, Exception? cause = null) => new(StatusCodes.Status400BadRequest, sentence, cause: cause);

    /// <summary>Status 404: there is no such thing.</summary>
    public static RefusalException Unknown(string sentence) => new(StatusCodes.Status404NotFound, sentence);

    /// <summary>Status 409: the thing is in a state that does not allow it.</summary>
    public static RefusalException Conflicting(string sentence) => new(StatusCodes.Status409Conflict, sentence);

    /// <summary>Status 413: more than the service takes.</summary>
    public static RefusalException TooLarge(string sentence) => new(StatusCodes.Status413PayloadTooLarge, sentence);

    /// <summary>Status 415: of a kind that the address does not take.</summary>
    public static RefusalException WrongMediaType(string sentence) => new(StatusCodes.Status415UnsupportedMediaType, sentence);

    /// <summary>Status 422: readable, but nothing can be done with it.</summary>
    public static RefusalException Unusable(string sentence, Exception? cause = null) => new(StatusCodes.Status422UnprocessableEntity, sentence, cause: cause);

    /// <summary>Status 429: all places are taken.</summary>
    public static RefusalException Busy(string sentence, TimeSpan retryAfter) => new(StatusCodes.Status429TooManyRequests, sentence, retryAfter);

    /// <summary>Status 503: not now.</summary>
    public static RefusalException Unavailable(string sentence, TimeSpan retryAfter, Exception? cause = null) =>
        new(StatusCodes.Status503ServiceUnavailable, sentence, retryAfter, cause);
}
