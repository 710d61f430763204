using System.Net.Http.Headers;
using System.Net.Mime;
using AspireMl.Contracts.ImageDatasets;
using AspireMl.Contracts.Paging;

namespace AspireMl.Contracts.Clients;

/// <summary>
/// Calls the retraining service's image datasets. Every method throws <see cref="ApiException"/> when the service refuses or
/// cannot be reached, and <see cref="OperationCanceledException"/> when the caller cancels.
/// </summary>
/// <param name="http">A client whose base address is the service's root.</param>
/// <param name="actor">Who makes the calls, 1 to 100 printable ASCII characters; null for an anonymous caller.</param>
public sealed class ImageDatasetClient(HttpClient http, string? actor = null)
{
    const string Root = "v1/image-datasets";
    readonly ApiCalls _calls = new(http, "retraining service") { Actor = actor };

    /// <summary>The newest version of each image dataset.</summary>
    public Task<IReadOnlyList<ImageDatasetVersion>> ListAsync(CancellationToken cancellation = default) =>
        _calls.GetAsync<IReadOnlyList<ImageDatasetVersion>>(Root, cancellation);

    /// <summary>A version of an image dataset; the newest when no number is given.</summary>
    public Task<ImageDatasetVersion> GetAsync(string dataset, int? number = null, CancellationToken cancellation = default) =>
        _calls.GetAsync<ImageDatasetVersion>(number is { } chosen ? VersionOf(dataset, chosen) : PathOf(dataset), cancellation);

    /// <summary>The versions of an image dataset, newest first.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="cursor">Where the page before ended.</param>
    /// <param name="limit">Most versions to return, 1 to 1,000.</param>
    /// <param name="cancellation">Ends the call.</param>
    public Task<Page<ImageDatasetVersion>> ListVersionsAsync(string dataset, string? cursor = null, int? limit = null, CancellationToken cancellation = default) =>
        _calls.GetAsync<Page<ImageDatasetVersion>>($"{PathOf(dataset)}/versions{QueryString.Of(("cursor", cursor), ("limit", limit?.ToString()))}", cancellation);

    /// <summary>The entries of a version in order of their paths.</summary>
    public Task<Page<ImageEntry>> ListEntriesAsync(string dataset, int number, ImageEntryFilter filter, CancellationToken cancellation = default) =>
        _calls.GetAsync<Page<ImageEntry>>(
            $"{VersionOf(dataset, number)}/entries{QueryString.Of(("split", filter.Split), ("label", filter.Label), ("cursor", filter.Cursor), ("limit", filter.Limit?.ToString()))}",
            cancellation);

    /// <summary>Imports a .zip of class folders.</summary>
    /// <param name="dataset">The dataset; made when it is not there.</param>
    /// <param name="zip">The archive; read once, from the current position, and not disposed.</param>
    /// <param name="mode">One of <see cref="ImageImportModes"/>; <see cref="ImageImportModes.Replace"/> when null.</param>
    /// <param name="reason">Why, 1 to 500 characters, or null.</param>
    /// <param name="cancellation">Ends the upload; no version is made then.</param>
    public async Task<ImageImport> ImportAsync(string dataset, Stream zip, string? mode = null, string? reason = null, CancellationToken cancellation = default)
    {
        using var body = new StreamContent(zip) { Headers = { ContentType = new MediaTypeHeaderValue(MediaTypeNames.Application.Zip) } };
        return await _calls.SendAsync<ImageImport>(HttpMethod.Post, $"{PathOf(dataset)}/versions{QueryString.Of(("mode", mode), ("reason", reason))}", body, cancellation);
    }

    /// <summary>Removes and relabels entries of the newest version as a new version.</summary>
    public Task<ImageDatasetVersion> ChangeAsync(string dataset, ImageDatasetChange change, CancellationToken cancellation = default) =>
        _calls.SendJsonAsync<ImageDatasetVersion>(HttpMethod.Post, $"{PathOf(dataset)}/changes", change, cancellation);

    /// <summary>Makes a new newest version with the content of an earlier one.</summary>
    public Task<ImageDatasetVersion> RestoreAsync(string dataset, int number, string reason, CancellationToken cancellation = default) =>
        _calls.SendJsonAsync<ImageDatasetVersion>(HttpMethod.Post, $"{VersionOf(dataset, number)}/restore", new RestoreRequest(reason), cancellation);

    /// <summary>What was added, removed and relabelled between two versions.</summary>
    public Task<ImageDatasetComparison> CompareAsync(string dataset, int from, int to, CancellationToken cancellation = default) =>
        _calls.GetAsync<ImageDatasetComparison>($"{PathOf(dataset)}/compare?from={from}&to={to}", cancellation);

    /// <summary>What was looked for in a version before training; every image is decoded when it is asked for first.</summary>
    public Task<ImageCheckReport> CheckAsync(string dataset, int number, CancellationToken cancellation = default) =>
        _calls.GetAsync<ImageCheckReport>($"{VersionOf(dataset, number)}/checks", cancellation);

    /// <summary>The same as a page of HTML in UTF-8 that needs nothing else; the caller disposes of it.</summary>
    public Task<Stream> OpenCheckPageAsync(string dataset, int number, CancellationToken cancellation = default) =>
        _calls.OpenAsync($"{VersionOf(dataset, number)}/checks?format=html", cancellation);

    /// <summary>An image as it was imported.</summary>
    /// <returns>The caller disposes of it.</returns>
    public Task<ImageDownload> DownloadAsync(string dataset, string sha256, CancellationToken cancellation = default) =>
        OpenAsync($"{PathOf(dataset)}/images/{Uri.EscapeDataString(sha256)}", cancellation);

    /// <summary>A small JPEG of an image.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="sha256">The image.</param>
    /// <param name="side">Most pixels of a side, 16 to 512; 128 when null.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>The caller disposes of it.</returns>
    public Task<ImageDownload> ThumbnailAsync(string dataset, string sha256, int? side = null, CancellationToken cancellation = default) =>
        OpenAsync($"{PathOf(dataset)}/images/{Uri.EscapeDataString(sha256)}/thumbnail{QueryString.Of(("side", side?.ToString()))}", cancellation);

    async Task<ImageDownload> OpenAsync(string path, CancellationToken cancellation)
    {
        var response = await _calls.OpenAsync(HttpMethod.Get, path, null, cancellation);
        return new(response, await response.Content.ReadAsStreamAsync(cancellation));
    }

    static string PathOf(string dataset) => $"{Root}/{Uri.EscapeDataString(dataset)}";

    static string VersionOf(string dataset, int number) => $"{PathOf(dataset)}/versions/{number}";
}
