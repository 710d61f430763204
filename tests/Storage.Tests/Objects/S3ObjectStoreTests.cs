using System.Net;
using System.Text.RegularExpressions;
using AspireMl.Storage.Objects;
using AspireMl.Storage.Objects.S3;
using AspireMl.Testing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AspireMl.Storage.Tests.Objects;

public sealed class SwiftFixture : IAsyncLifetime
{
    public SwiftServer Server { get; private set; } = null!;

    public async Task InitializeAsync() => Server = await SwiftServer.StartNewAsync();

    public async Task DisposeAsync() => await Server.DisposeAsync();
}

public sealed partial class S3ObjectStoreTests : ObjectStoreContract, IClassFixture<SwiftFixture>, IDisposable
{
    readonly SwiftServer _server;
    readonly string _name = $"bucket-{Guid.NewGuid():N}";
    readonly S3Bucket _bucket;

    public S3ObjectStoreTests(SwiftFixture fixture)
    {
        _server = fixture.Server;
        _bucket = Open(_server.ConnectionStringOf(_name));
        Store = new S3ObjectStore(_bucket, TimeSpan.FromMinutes(1));
    }

    protected override IObjectStore Store { get; }

    [Fact]
    public async Task A_large_object_goes_in_parts_and_comes_back_whole()
    {
        var large = new byte[S3MultipartUpload.PartSize + 1_234_567];
        new Random(1).NextBytes(large);
        using var stream = new MemoryStream(large);
        var key = ObjectKey.Of(large);

        await Store.PutAsync(key, stream, default);

        await using var back = await Store.OpenAsync(key, default);
        using var copy = new MemoryStream();
        await back!.CopyToAsync(copy);
        Assert.Equal(key, ObjectKey.Of(copy.ToArray()));
        Assert.True(back.CanSeek);
    }

    [Fact]
    public async Task What_is_put_again_is_not_sent_again()
    {
        await Store.PutAsync(Key, Content, default);
        var first = await ModifiedAsync();

        await Store.PutAsync(Key, Content, default);

        Assert.Equal(first, await ModifiedAsync());
    }

    [Fact]
    public async Task A_damaged_object_is_noticed_and_one_cut_short_is_put_again()
    {
        await PutRawAsync("THE BYTES OF A PAGE");
        await Assert.ThrowsAsync<InvalidDataException>(() => Store.OpenAsync(Key, default));

        await PutRawAsync("the bytes");
        await Store.PutAsync(Key, Content, default);
        await using var back = await Store.OpenAsync(Key, default);
        Assert.Equal(Content.Length, back!.Length);
    }

    [Fact]
    public async Task A_link_is_read_without_a_key_until_it_ends_and_only_as_it_was_given()
    {
        await Store.PutAsync(Key, Content, default);
        using var client = new HttpClient();

        var link = await Store.LinkAsync(Key, default);

        Assert.Equal(Content, await client.GetByteArrayAsync(link));
        using var tampered = await client.GetAsync(LongerLived().Replace(link!.AbsoluteUri, "X-Amz-Expires=600"));
        Assert.Equal(HttpStatusCode.Forbidden, tampered.StatusCode);
        var brief = await _bucket.SignAsync(Key, TimeSpan.FromSeconds(1), default);
        await Eventually.TrueAsync(async () => (await client.GetAsync(brief)).StatusCode == HttpStatusCode.Forbidden);
        Assert.Null(await Store.LinkAsync(new('0', 64), default));
    }

    [Fact]
    public async Task Without_a_lifetime_there_are_no_links()
    {
        await Store.PutAsync(Key, Content, default);

        Assert.Null(await new S3ObjectStore(_bucket).LinkAsync(Key, default));
    }

    [Fact]
    public async Task The_bucket_is_private()
    {
        await Store.PutAsync(Key, Content, default);
        using var client = new HttpClient();

        using var answer = await client.GetAsync(_server.AddressWithoutKey(_name, Key));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_wrong_secret_is_refused_with_a_sentence_that_does_not_name_it()
    {
        using var bucket = Open(_server.ConnectionStringOf(_name).Replace(_server.SecretKey, "wrong-secret", StringComparison.Ordinal));

        var refused = await Assert.ThrowsAsync<StorageUnavailableException>(() => new S3ObjectStore(bucket).PutAsync(Key, Content, default));

        Assert.Contains("refuses the access key", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-secret", refused.Message, StringComparison.Ordinal);
        Assert.Equal(HealthStatus.Unhealthy, await HealthAsync(bucket));
        Assert.Equal(HealthStatus.Healthy, await HealthAsync(_bucket));
    }

    [Fact]
    public async Task A_server_that_is_away_is_said_to_be_away_and_used_again_when_it_is_back()
    {
        await Store.PutAsync(Key, Content, default);
        await _server.KillAsync();

        await Assert.ThrowsAsync<StorageUnavailableException>(() => Store.OpenAsync(Key, default));
        Assert.Equal(HealthStatus.Unhealthy, await HealthAsync(_bucket));

        await _server.StartAsync();
        await using var back = await Store.OpenAsync(Key, default);
        Assert.Equal(Content.Length, back!.Length);
    }

    public void Dispose() => _bucket.Dispose();

    [GeneratedRegex("X-Amz-Expires=[0-9]+")]
    private static partial Regex LongerLived();

    static S3Bucket Open(string connectionString) => new(S3Address.Parse(connectionString));

    static async Task<HealthStatus> HealthAsync(S3Bucket bucket)
    {
        var check = new StoreHealthCheck(bucket.PingAsync);
        return (await check.CheckHealthAsync(new() { Registration = new("objects", check, HealthStatus.Unhealthy, []) })).Status;
    }

    Task<DateTime?> ModifiedAsync() => _bucket.UseAsync(async client => (await client.GetObjectMetadataAsync(_name, Key)).LastModified, default);

    async Task PutRawAsync(string content) => await _bucket.UseAsync(
        client => client.PutObjectAsync(new() { BucketName = _name, Key = Key, ContentBody = content, UseChunkEncoding = false }), default);
}
