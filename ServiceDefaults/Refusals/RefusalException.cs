namespace AspireMl.ServiceDefaults.Refusals;

/// <summary>A request is not served; the message is a sentence for the person who sent it.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="sentence">What is wrong and what to do.</param>
/// <param name="retryAfter">When the same request may succeed, if it may.</param>
/// <param name="cause">What was caught, if anything.</param>
public sealed class RefusalException(int status, string sentence, TimeSpan? retryAfter = null, Exception? cause = null) : Exception(sentence, cause)
{
    /// <summary>The HTTP status.</summary>
    public int Status { get; } = status;

    /// <summary>When the same request may succeed, if it may.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
