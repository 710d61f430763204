using System.Runtime.InteropServices;
using Amazon.S3;
using Amazon.S3.Model;

namespace AspireMl.Storage.Objects.S3;

/// <summary>Objects in a bucket of an S3 server, each under its hash. An object appears only when it is whole.</summary>
/// <param name="bucket">The bucket.</param>
/// <param name="readLinks">How long links live; null where none are given.</param>
sealed class S3ObjectStore(S3Bucket bucket, TimeSpan? readLinks = null) : IObjectStore, ISetAsideObjects
{
    // Larger downloads wait on the disk, not in memory, to be read.
    const int MostInMemory = 1 << 20;

    const int CopyBuffer = 81_920;

    const string Aside = "aside";

    public Task PutAsync(string sha256, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        ObjectKey.Check(sha256, content.Span);
        return KeepAsync(sha256, Open(content), cancellation);
    }

    public async Task PutAsync(string sha256, Stream content, CancellationToken cancellation)
    {
        await ObjectKey.CheckAsync(sha256, content, cancellation);
        await KeepAsync(sha256, content, cancellation);
    }

    public async Task<Stream?> OpenAsync(string sha256, CancellationToken cancellation)
    {
        ObjectKey.Checked(sha256);
        // It may be brought back between the first two looks.
        return await OpenAsync(sha256, sha256, cancellation) ?? await OpenAsync(sha256, AsideOf(sha256), cancellation) ?? await OpenAsync(sha256, sha256, cancellation);
    }

    public async Task<bool> ExistsAsync(string sha256, CancellationToken cancellation) => await LengthAsync(ObjectKey.Checked(sha256), cancellation) is not null;

    public async Task<Uri?> LinkAsync(string sha256, CancellationToken cancellation)
    {
        ObjectKey.Checked(sha256);
        return readLinks is { } lifetime && await LengthAsync(sha256, cancellation) is not null ? await bucket.SignAsync(sha256, lifetime, cancellation) : null;
    }

    public Task SetAsideAsync(string sha256, CancellationToken cancellation) => MoveAsync(ObjectKey.Checked(sha256), AsideOf(sha256), cancellation);

    public Task BringBackAsync(string sha256, CancellationToken cancellation) => MoveAsync(AsideOf(sha256), sha256, cancellation);

    public Task DeleteSetAsideAsync(string sha256, CancellationToken cancellation) =>
        bucket.FindAsync(client => DeleteAsync(client, AsideOf(sha256), cancellation), cancellation);

    static string AsideOf(string sha256) => $"{Aside}/{ObjectKey.Checked(sha256)}";

    Task<Stream?> OpenAsync(string sha256, string key, CancellationToken cancellation) => bucket.FindAsync<Stream>(
        async client =>
        {
            using var response = await client.GetObjectAsync(bucket.Name, key, cancellation);
            return await DownloadAsync(sha256, response, cancellation);
        },
        cancellation);

    // The copy is whole before the first one goes; what is not there is not moved.
    Task<DeleteObjectResponse?> MoveAsync(string from, string to, CancellationToken cancellation) => bucket.FindAsync(
        async client =>
        {
            await client.CopyObjectAsync(new() { SourceBucket = bucket.Name, SourceKey = from, DestinationBucket = bucket.Name, DestinationKey = to }, cancellation);
            return await DeleteAsync(client, from, cancellation);
        },
        cancellation);

    async Task<DeleteObjectResponse?> DeleteAsync(IAmazonS3 client, string key, CancellationToken cancellation) =>
        await client.DeleteObjectAsync(bucket.Name, key, cancellation);

    static MemoryStream Open(ReadOnlyMemory<byte> content) => MemoryMarshal.TryGetArray(content, out var array) && array.Array is { } bytes
        ? new(bytes, array.Offset, array.Count, writable: false)
        : new(content.ToArray(), writable: false);

    static async Task<Stream> DownloadAsync(string sha256, GetObjectResponse response, CancellationToken cancellation)
    {
        // The file is made so that its account alone may read it, and goes when it is closed.
        Stream copy = response.ContentLength <= MostInMemory
            ? new MemoryStream((int)response.ContentLength)
            : new FileStream(Path.GetTempFileName(), new FileStreamOptions
            {
                Mode = FileMode.Truncate,
                Access = FileAccess.ReadWrite,
                Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
            });
        try
        {
            await response.ResponseStream.CopyToAsync(copy, CopyBuffer, cancellation);
            await ObjectKey.CheckStoredAsync(sha256, copy, cancellation);
            return copy;
        }
        catch
        {
            await copy.DisposeAsync();
            throw;
        }
    }

    // A damaged object of another length is put again.
    async Task KeepAsync(string key, Stream content, CancellationToken cancellation)
    {
        if (await LengthAsync(key, cancellation) == content.Length)
        {
            return;
        }

        await bucket.UseAsync(
            async client =>
            {
                if (content.Length > S3MultipartUpload.PartSize)
                {
                    await S3MultipartUpload.RunAsync(client, bucket.Name, key, content, cancellation);
                }
                else
                {
                    await client.PutObjectAsync(
                        new() { BucketName = bucket.Name, Key = key, InputStream = content, AutoCloseStream = false, UseChunkEncoding = false }, cancellation);
                }

                return true;
            },
            cancellation);
    }

    Task<long?> LengthAsync(string key, CancellationToken cancellation) => bucket.FindAsync(
        async client => (long?)(await client.GetObjectMetadataAsync(bucket.Name, key, cancellation)).ContentLength, cancellation);
}
