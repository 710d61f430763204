using AspireMl.ServiceDefaults.Refusals;
using AspireMl.ServiceDefaults.Uploads;
using Microsoft.Extensions.Options;

namespace AspireMl.Inference.Api.Models.Registry;

/// <summary>Copies the archive of an uploaded package into a file, never more of it than is allowed.</summary>
sealed class PackageUploadReader(IOptions<ModelUploadOptions> options)
{
    const string Field = "package";
    const int ChunkBytes = 64 * 1024;

    // An archive over the limit is read and thrown away up to this factor of it, so that the client, which sends before
    // it listens, gets to see why it is refused.
    const int DrainFactor = 2;

    readonly ModelUploadOptions _options = options.Value;

    /// <summary>Bytes that a request may have in all.</summary>
    public static long MostRequestBytes(ModelUploadOptions options) => (DrainFactor * options.MaxBytes) + ChunkBytes;

    /// <summary>Reads the form.</summary>
    /// <exception cref="RefusalException">Statuses 400, 408, 413, 415 with their reasons.</exception>
    public async Task ReadAsync(HttpRequest request, Stream archive, CancellationToken cancellation)
    {
        var form = MultipartForm.Open(request, "package");
        await BrokenUpload.ReadAsync(
            limited => MultipartForm.ReadOnlyFieldAsync(form, Field, "the .zip of a model package", (body, limited) => CopyAsync(body, archive, limited), limited),
            TooLarge(), _options.Timeout, MultipartForm.Damaged, cancellation);
    }

    async Task CopyAsync(Stream body, Stream archive, CancellationToken cancellation)
    {
        var chunk = new byte[ChunkBytes];
        var total = 0L;
        for (int count; (count = await body.ReadAsync(chunk, cancellation)) > 0;)
        {
            total += count;
            if (total <= _options.MaxBytes)
            {
                await archive.WriteAsync(chunk.AsMemory(0, count), cancellation);
            }
        }

        if (total > _options.MaxBytes)
        {
            throw TooLarge();
        }
    }

    RefusalException TooLarge() => Refusal.TooLarge($"The package is larger than {_options.MaxBytes} bytes; send a smaller one.");
}
