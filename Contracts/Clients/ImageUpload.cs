namespace AspireMl.Contracts.Clients;

/// <summary>An image on its way to a service.</summary>
/// <param name="Content">The bytes; read once, from the current position, and not disposed.</param>
/// <param name="MediaType">For example <c>image/jpeg</c>.</param>
/// <param name="FileName">A name for the service's messages.</param>
public sealed record ImageUpload(Stream Content, string MediaType, string FileName);

/// <summary>A recorded image on its way back. Dispose it to end the transfer.</summary>
public sealed class ImageDownload : IDisposable
{
    readonly HttpResponseMessage _response;

    internal ImageDownload(HttpResponseMessage response, Stream content)
    {
        _response = response;
        Content = content;
    }

    /// <summary>The bytes, streamed.</summary>
    public Stream Content { get; }

    /// <summary>The media type that was recorded.</summary>
    public string MediaType => _response.Content.Headers.ContentType?.MediaType ?? "application/octet-stream";

    /// <summary>The length in bytes, when the service said it.</summary>
    public long? Length => _response.Content.Headers.ContentLength;

    /// <inheritdoc/>
    public void Dispose() => _response.Dispose();
}
