using System.Net.Mime;
using AspireMl.Contracts.ImageDatasets;
using AspireMl.Retraining.Worker.ImageDatasets.Import;
using AspireMl.ServiceDefaults.Refusals;
using AspireMl.ServiceDefaults.Uploads;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace AspireMl.Retraining.Worker.ImageDatasets.Endpoints;

/// <summary>Takes archives of images from clients: as the body, or as the field <c>archive</c> of a form. One at a time, which bounds disk and memory.</summary>
internal sealed class ImageUploads(ImageImporter importer, IOptions<ImageDatasetOptions> options) : IDisposable
{
    const string Field = "archive";
    const int ChunkBytes = 64 * 1024;

    static readonly TimeSpan Retry = TimeSpan.FromSeconds(10);
    static readonly string[] BodyTypes = [MediaTypeNames.Application.Zip, "application/x-zip-compressed", MediaTypeNames.Application.Octet];

    readonly SemaphoreSlim _one = new(1, 1);
    readonly ImageDatasetOptions _options = options.Value;

    /// <summary>Imports the archive of a request.</summary>
    /// <exception cref="RefusalException">Statuses 400, 408, 413, 415, 429 with their reasons.</exception>
    /// <exception cref="InvalidDataException">The archive cannot be imported; a sentence.</exception>
    public async Task<ImageImport> ImportAsync(HttpRequest http, ImportRequest request, CancellationToken cancellation)
    {
        if (!await _one.WaitAsync(TimeSpan.Zero, cancellation))
        {
            throw Refusal.Busy("The service is busy with another archive of images. Try again in a moment.", Retry);
        }

        try
        {
            await using var archive = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
            });
            await ReceiveAsync(http, archive, cancellation);
            archive.Position = 0;
            return await importer.ImportZipAsync(archive, request, cancellation);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    async Task ReceiveAsync(HttpRequest http, FileStream archive, CancellationToken cancellation)
    {
        http.HttpContext.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = _options.MaxArchiveBytes + ChunkBytes;
        await BrokenUpload.ReadAsync(
            limited => IsBody(http) ? CopyAsync(http.Body, archive, limited) : ReadFormAsync(http, archive, limited),
            TooLarge(), _options.Timeout, MultipartForm.Damaged, cancellation);
    }

    static bool IsBody(HttpRequest http) => BodyTypes.Any(type => http.ContentType?.StartsWith(type, StringComparison.OrdinalIgnoreCase) == true);

    Task ReadFormAsync(HttpRequest http, Stream archive, CancellationToken cancellation) => MultipartForm.ReadOnlyFieldAsync(
        MultipartForm.Open(http, "archive as application/zip, or as the field archive of a form sent"),
        Field, "a .zip of class folders", (body, cancellation) => CopyAsync(body, archive, cancellation), cancellation);

    async Task CopyAsync(Stream body, Stream archive, CancellationToken cancellation)
    {
        var chunk = new byte[ChunkBytes];
        for (int count; (count = await body.ReadAsync(chunk, cancellation)) > 0;)
        {
            if (archive.Length + count > _options.MaxArchiveBytes)
            {
                throw TooLarge();
            }

            await archive.WriteAsync(chunk.AsMemory(0, count), cancellation);
        }
    }

    RefusalException TooLarge() => Refusal.TooLarge($"An archive has at most {_options.MaxArchiveBytes} bytes; split it and import the parts with mode=add.");
}
