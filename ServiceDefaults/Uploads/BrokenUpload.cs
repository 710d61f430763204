using AspireMl.ServiceDefaults.Refusals;
using Microsoft.AspNetCore.Http;

namespace AspireMl.ServiceDefaults.Uploads;

/// <summary>Says what it means when the body of a request cannot be read.</summary>
public static class BrokenUpload
{
    /// <summary>The refusal, or null when the failure is another one.</summary>
    /// <param name="failure">What reading threw, when the client has not gone.</param>
    /// <param name="tooLarge">The refusal of a body that exceeds the endpoint's limit.</param>
    /// <param name="timeout">How long reading was allowed to take.</param>
    /// <param name="damaged">The sentence for a body that breaks off.</param>
    public static RefusalException? Explain(Exception failure, RefusalException tooLarge, TimeSpan timeout, string damaged) => failure switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => tooLarge,
        BadHttpRequestException { StatusCode: StatusCodes.Status408RequestTimeout } or OperationCanceledException =>
            new(StatusCodes.Status408RequestTimeout, $"The upload took longer than {timeout.TotalSeconds:0} seconds, or came too slowly."),
        BadHttpRequestException or IOException or InvalidDataException => Refusal.Malformed(damaged, failure),
        _ => null,
    };
}
