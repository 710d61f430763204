namespace AspireMl.Contracts.Clients;

/// <summary>Sends requests and says in a sentence when no answer came.</summary>
internal static class Transport
{
    public static async Task<HttpResponseMessage> SendAsync(HttpClient http, HttpRequestMessage request, string service, CancellationToken cancellation)
    {
        try
        {
            return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        }
        catch (OperationCanceledException exception) when (!cancellation.IsCancellationRequested)
        {
            throw new ApiException($"The {service} took too long to answer. Try again in a moment.", cause: exception);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Resilience handlers in front of the transport have exceptions of their own, all of them meaning this.
            throw new ApiException($"The {service} cannot be reached. Try again in a moment.", cause: exception);
        }
    }
}
