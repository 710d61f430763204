using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace AspireMl.Storage.Objects.S3;

/// <summary>The bucket of a server, made when it is first used. Safe for use by many threads.</summary>
sealed class S3Bucket(S3Address address) : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    readonly AmazonS3Client _client = new(new BasicAWSCredentials(address.AccessKey, address.SecretKey), new AmazonS3Config
    {
        ServiceURL = address.Endpoint.ToString(),
        AuthenticationRegion = address.Region,
        // Servers on one's own premises seldom have a name for each bucket.
        ForcePathStyle = true,
        // Not every server knows the trailing checksums; the hash of the content is checked on this side.
        RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
        ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        Timeout = Patience,
        MaxErrorRetry = 2,
    });

    readonly SemaphoreSlim _making = new(1, 1);
    volatile bool _made;

    public string Name => address.Bucket;

    /// <summary>Does work with the server once the bucket is there.</summary>
    /// <exception cref="StorageUnavailableException">The server cannot be reached or refuses the keys.</exception>
    public async Task<T> UseAsync<T>(Func<IAmazonS3, Task<T>> work, CancellationToken cancellation)
    {
        try
        {
            await MakeAsync(cancellation);
            return await work(_client);
        }
        catch (AmazonS3Exception refused) when (refused.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized)
        {
            throw new StorageUnavailableException($"The object store {address} refuses the access key or its secret.", refused);
        }
        catch (Exception failure) when (IsAway(failure) && !cancellation.IsCancellationRequested)
        {
            throw new StorageUnavailableException($"The object store {address} does not answer: {failure.Message}", failure);
        }
    }

    /// <summary>Reads what may not be there; null when it is not.</summary>
    /// <exception cref="StorageUnavailableException">The server cannot be reached or refuses the keys.</exception>
    public Task<T?> FindAsync<T>(Func<IAmazonS3, Task<T?>> read, CancellationToken cancellation) => UseAsync(
        async client =>
        {
            try
            {
                return await read(client);
            }
            catch (AmazonS3Exception absent) when (absent.StatusCode == HttpStatusCode.NotFound)
            {
                return default;
            }
        },
        cancellation);

    /// <summary>Asks the server for next to nothing.</summary>
    /// <exception cref="StorageUnavailableException">The server cannot be reached or refuses the keys.</exception>
    public Task PingAsync(CancellationToken cancellation) =>
        UseAsync(client => client.ListObjectsV2Async(new() { BucketName = Name, MaxKeys = 1 }, cancellation), cancellation);

    /// <summary>A link that needs no key, for a while.</summary>
    public Task<Uri> SignAsync(string key, TimeSpan lifetime, CancellationToken cancellation) => UseAsync(
        async client => new Uri(await client.GetPreSignedURLAsync(new()
        {
            BucketName = Name,
            Key = key,
            Expires = DateTime.UtcNow + lifetime,
            Protocol = address.Endpoint.Scheme == Uri.UriSchemeHttps ? Protocol.HTTPS : Protocol.HTTP,
        })),
        cancellation);

    /// <inheritdoc/>
    public void Dispose()
    {
        _client.Dispose();
        _making.Dispose();
    }

    async Task MakeAsync(CancellationToken cancellation)
    {
        if (_made)
        {
            return;
        }

        await _making.WaitAsync(cancellation);
        try
        {
            // Of many that begin at once, the first makes it.
            if (!_made)
            {
                // A bucket is private unless somebody opens it.
                await _client.PutBucketAsync(new PutBucketRequest { BucketName = Name, UseClientRegion = false }, cancellation);
                _made = true;
            }
        }
        catch (AmazonS3Exception there) when (there.StatusCode == HttpStatusCode.Conflict)
        {
            _made = true;
        }
        finally
        {
            _making.Release();
        }
    }

    // A server that is starting or short of room answers too, with a failure of its own.
    static bool IsAway(Exception failure) => failure is AmazonClientException or HttpRequestException or IOException or OperationCanceledException
        || failure is AmazonServiceException { StatusCode: 0 or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError };
}
