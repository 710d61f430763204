namespace AspireMl.Inference.Api.Refusals;

/// <summary>A request is not served; the message is a sentence for the person who sent it.</summary>
sealed class Refusal(int status, string sentence, TimeSpan? retryAfter = null, Exception? cause = null) : Exception(sentence, cause)
{
    /// <summary>The HTTP status.</summary>
    public int Status { get; } = status;

    /// <summary>When the same request may succeed, if it may.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;

    public static Refusal Malformed(string sentence, Exception? cause = null) => new(StatusCodes.Status400BadRequest, sentence, cause: cause);

    public static Refusal Unknown(string sentence) => new(StatusCodes.Status404NotFound, sentence);

    public static Refusal Conflicting(string sentence) => new(StatusCodes.Status409Conflict, sentence);

    public static Refusal TooLarge(string sentence) => new(StatusCodes.Status413PayloadTooLarge, sentence);

    public static Refusal WrongMediaType(string sentence) => new(StatusCodes.Status415UnsupportedMediaType, sentence);

    public static Refusal Unusable(string sentence) => new(StatusCodes.Status422UnprocessableEntity, sentence);

    public static Refusal Busy(string sentence, TimeSpan retryAfter) => new(StatusCodes.Status429TooManyRequests, sentence, retryAfter);

    public static Refusal Unavailable(string sentence, TimeSpan retryAfter, Exception? cause = null) =>
        new(StatusCodes.Status503ServiceUnavailable, sentence, retryAfter, cause);
}
