using System.Net;

namespace AspireMl.Contracts.Clients;

/// <summary>A service refused a request, or could not be reached. The message is a sentence for a person.</summary>
public sealed class ApiException : Exception
{
    /// <summary>Says what the service answered.</summary>
    /// <param name="sentence">The problem's sentence.</param>
    /// <param name="status">The HTTP status, or null when no answer came.</param>
    /// <param name="retryAfter">How long the service asks to wait, if it does.</param>
    /// <param name="cause">What the transport reported, if it did.</param>
    public ApiException(string sentence, HttpStatusCode? status = null, TimeSpan? retryAfter = null, Exception? cause = null)
        : base(sentence, cause)
    {
        Status = status;
        RetryAfter = retryAfter;
    }

    /// <summary>The HTTP status, or null when the service could not be reached.</summary>
    public HttpStatusCode? Status { get; }

    /// <summary>How long the service asks to wait before the next try, or null.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>True when the same request may succeed later: the service was full, was starting, or was not reached.</summary>
    public bool IsTransient => Status is null or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;
}
