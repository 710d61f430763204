using System.Net.Http.Json;
using System.Text.Json;

namespace AspireMl.Contracts.Clients;

/// <summary>
/// Calls a service and reads its answers. Everything throws <see cref="ApiException"/> with a sentence when the service
/// refuses or cannot be reached, and <see cref="OperationCanceledException"/> when the caller cancels.
/// </summary>
/// <param name="http">A client whose base address is the service's root.</param>
/// <param name="service">What to call the service in sentences, for example <c>inference service</c>.</param>
internal sealed class ApiCalls(HttpClient http, string service)
{
    /// <summary>Who makes the calls, for services that note it; null says nothing of it.</summary>
    public string? Actor { get; init; }

    /// <summary>Gets JSON.</summary>
    public Task<T> GetAsync<T>(string path, CancellationToken cancellation) => SendAsync<T>(HttpMethod.Get, path, null, cancellation);

    /// <summary>Sends JSON and gets JSON.</summary>
    public async Task<T> SendJsonAsync<T>(HttpMethod method, string path, object content, CancellationToken cancellation)
    {
        using var body = JsonContent.Create(content, content.GetType(), options: JsonSerializerOptions.Web);
        return await SendAsync<T>(method, path, body, cancellation);
    }

    /// <summary>Sends what has an answer without content.</summary>
    public async Task SendAsync(HttpMethod method, string path, object? content, CancellationToken cancellation)
    {
        using var body = content is null ? null : JsonContent.Create(content, content.GetType(), options: JsonSerializerOptions.Web);
        using var response = await OpenAsync(method, path, body, cancellation);
    }

    /// <summary>Sends a body and gets JSON.</summary>
    public async Task<T> SendAsync<T>(HttpMethod method, string path, HttpContent? body, CancellationToken cancellation)
    {
        using var response = await OpenAsync(method, path, body, cancellation);
        try
        {
            return await response.Content.ReadFromJsonAsync<T>(JsonSerializerOptions.Web, cancellation)
                ?? throw new ApiException("The service's answer was empty.", response.StatusCode);
        }
        catch (JsonException exception)
        {
            throw new ApiException("The service's answer could not be understood.", response.StatusCode, cause: exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw new ApiException($"The connection to the {service} broke off. Try again in a moment.", cause: exception);
        }
    }

    /// <summary>Gets what is not JSON, unread; the caller disposes of it.</summary>
    public async Task<Stream> OpenAsync(string path, CancellationToken cancellation)
    {
        // The connection goes back when the stream is disposed of.
        var response = await OpenAsync(HttpMethod.Get, path, null, cancellation);
        return await response.Content.ReadAsStreamAsync(cancellation);
    }

    /// <summary>Sends a body and gets the answer unread; the caller disposes of it.</summary>
    public async Task<HttpResponseMessage> OpenAsync(HttpMethod method, string path, HttpContent? body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        if (Actor is not null)
        {
            request.Headers.Add(ActorHeader.Name, Actor);
        }

        var response = await Transport.SendAsync(http, request, service, cancellation);
        try
        {
            await response.EnsureAcceptedAsync(cancellation);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
