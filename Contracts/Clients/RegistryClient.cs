using System.Net.Http.Headers;
using System.Net.Mime;
using AspireMl.Contracts.Models;
using AspireMl.Contracts.Paging;

namespace AspireMl.Contracts.Clients;

/// <summary>
/// Calls the registry of models in the inference service. Every method throws <see cref="ApiException"/> when the service
/// refuses or cannot be reached, and <see cref="OperationCanceledException"/> when the caller cancels.
/// </summary>
/// <param name="http">A client whose base address is the service's root.</param>
/// <param name="actor">Who makes the calls, 1 to 100 printable ASCII characters; null for an anonymous caller.</param>
public sealed class RegistryClient(HttpClient http, string? actor = null)
{
    readonly ApiCalls _calls = new(http, "inference service") { Actor = actor };

    /// <summary>Registers a version of a model. The same package may be sent again.</summary>
    /// <param name="package">The .zip of the package; read once, from the current position, and not disposed.</param>
    /// <param name="cancellation">Ends the call.</param>
    public async Task<RegisteredPackage> UploadAsync(Stream package, CancellationToken cancellation = default)
    {
        var content = new StreamContent(package);
        content.Headers.ContentType = new MediaTypeHeaderValue(MediaTypeNames.Application.Zip);
        using var form = new MultipartFormDataContent { { content, "package", "package.zip" } };
        return await _calls.SendAsync<RegisteredPackage>(HttpMethod.Post, "v1/models", form, cancellation);
    }

    /// <summary>Lets an alias name a version; when it does already, the move that brought it there is given.</summary>
    /// <param name="model">The model.</param>
    /// <param name="alias">The alias, for example <see cref="ModelAliases.Champion"/>.</param>
    /// <param name="version">The version.</param>
    /// <param name="reason">Why, 1 to 500 characters.</param>
    /// <param name="cancellation">Ends the call.</param>
    public Task<AliasMove> MoveAliasAsync(string model, string alias, string version, string reason, CancellationToken cancellation = default) =>
        _calls.SendJsonAsync<AliasMove>(HttpMethod.Put, $"{PathOf(model)}/aliases/{Uri.EscapeDataString(alias)}", new { version, reason }, cancellation);

    /// <summary>The moves of a model's aliases, newest first.</summary>
    /// <param name="model">The model.</param>
    /// <param name="alias">One alias, or null for all.</param>
    /// <param name="at">Latest time, inclusive: the first move of an alias up to then says which version it named.</param>
    /// <param name="cursor">Where the page before ended.</param>
    /// <param name="limit">Most moves to return, 1 to 200.</param>
    /// <param name="cancellation">Ends the call.</param>
    public Task<Page<AliasMove>> HistoryAsync(
        string model, string? alias = null, DateTimeOffset? at = null, string? cursor = null, int? limit = null, CancellationToken cancellation = default)
    {
        var query = QueryString.Of(("alias", alias), ("at", QueryString.Time(at)), ("cursor", cursor), ("limit", limit?.ToString()));
        return _calls.GetAsync<Page<AliasMove>>($"{PathOf(model)}/aliases/history{query}", cancellation);
    }

    /// <summary>Copies the package of a version, as a .zip.</summary>
    /// <param name="model">The model.</param>
    /// <param name="version">The version.</param>
    /// <param name="target">Where to.</param>
    /// <param name="cancellation">Ends the call.</param>
    public async Task DownloadAsync(string model, string version, Stream target, CancellationToken cancellation = default)
    {
        using var response = await _calls.OpenAsync(HttpMethod.Get, $"{PathOf(model)}/versions/{Uri.EscapeDataString(version)}/package", null, cancellation);
        try
        {
            await response.Content.CopyToAsync(target, cancellation);
        }
        catch (HttpRequestException exception)
        {
            throw new ApiException("The connection to the inference service broke off. Try again in a moment.", cause: exception);
        }
    }

    static string PathOf(string model) => $"v1/models/{Uri.EscapeDataString(model)}";
}
