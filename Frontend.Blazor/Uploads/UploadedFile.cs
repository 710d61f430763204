namespace AspireMl.Frontend.Blazor.Uploads;

/// <summary>An uploaded image in a temporary file that only this process's account can read. Disposing deletes it.</summary>
internal sealed class UploadedFile : IDisposable
{
    readonly string _path;

    UploadedFile(string path, string mediaType, long length) => (_path, MediaType, Length) = (path, mediaType, length);

    public string MediaType { get; }

    public long Length { get; }

    /// <summary>Copies a body to a temporary file.</summary>
    /// <exception cref="UploadRefusedException">It is empty, too large, or not an image of a known format.</exception>
    public static async Task<UploadedFile> ReceiveAsync(Stream body, long maxBytes, CancellationToken cancellation)
    {
        var path = Path.Combine(Path.GetTempPath(), $"aspireml-{Guid.NewGuid():N}.upload");
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            await using var file = new FileStream(path, options);
            await CopyAsync(body, file, maxBytes, cancellation);
            file.Position = 0;
            var start = new byte[ImageFormat.LongestSignature];
            var read = await file.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellation);
            var mediaType = ImageFormat.Detect(start.AsSpan(0, read)) ?? throw UploadRefusedException.NotAnImage();
            return new(path, mediaType, file.Length);
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    public Stream OpenRead() => new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 64 * 1024, useAsync: true);

    public void Dispose() => File.Delete(_path);

    static async Task CopyAsync(Stream body, FileStream file, long maxBytes, CancellationToken cancellation)
    {
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await body.ReadAsync(buffer, cancellation)) > 0)
        {
            if (file.Length + read > maxBytes)
            {
                throw UploadRefusedException.TooLarge(maxBytes);
            }

            await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }
    }
}
