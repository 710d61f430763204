using Amazon.S3;
using Amazon.S3.Model;

namespace AspireMl.Storage.Objects.S3;

/// <summary>Uploads an object in parts, one after the other. It appears when the last one is there; after a failure nothing of it is left.</summary>
static class S3MultipartUpload
{
    /// <summary>Bytes of a part; servers take parts of 5 MiB to 5 GiB, but the last.</summary>
    public const int PartSize = 16 << 20;

    public static async Task RunAsync(IAmazonS3 client, string bucket, string key, Stream content, CancellationToken cancellation)
    {
        var upload = (await client.InitiateMultipartUploadAsync(bucket, key, cancellation)).UploadId;
        try
        {
            List<PartETag> parts = [];
            for (long start = 0; start < content.Length; start += PartSize)
            {
                content.Position = start;
                var part = await client.UploadPartAsync(
                    new()
                    {
                        BucketName = bucket,
                        Key = key,
                        UploadId = upload,
                        PartNumber = parts.Count + 1,
                        InputStream = content,
                        PartSize = Math.Min(PartSize, content.Length - start),
                        UseChunkEncoding = false,
                    },
                    cancellation);
                parts.Add(new(parts.Count + 1, part.ETag));
            }

            await client.CompleteMultipartUploadAsync(new() { BucketName = bucket, Key = key, UploadId = upload, PartETags = parts }, cancellation);
        }
        catch
        {
            // Also when the caller has given up: parts that nobody completes would be paid for and never seen.
            await client.AbortMultipartUploadAsync(bucket, key, upload, CancellationToken.None);
            throw;
        }
    }
}
