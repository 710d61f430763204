using System.ComponentModel.DataAnnotations;
using AspireMl.Frontend.Blazor.Uploads;
using Microsoft.Extensions.Options;

namespace AspireMl.Frontend.Blazor.Tests.Uploads;

public sealed class UploadStoreTests : IDisposable
{
    static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];

    readonly Clock _clock = new();
    readonly UploadStore _store;

    public UploadStoreTests() => _store = new(Options.Create(new UploadOptions { MaxPending = 2 }), _clock);

    [Fact]
    public async Task An_upload_is_handed_over_once()
    {
        var id = _store.Add(await ReceiveAsync(Jpeg));
        using var file = _store.Take(id);

        Assert.Equal(("image/jpeg", 7), (file!.MediaType, file.Length));
        await using var content = file.OpenRead();
        Assert.Equal(7, content.Length);
        Assert.Null(_store.Take(id));
    }

    [Fact]
    public async Task An_upload_that_nobody_takes_is_deleted()
    {
        var file = await ReceiveAsync(Jpeg);
        var id = _store.Add(file);
        _clock.Now += TimeSpan.FromMinutes(2);

        Assert.Null(_store.Take(id));
        Assert.Throws<FileNotFoundException>(file.OpenRead);
    }

    [Fact]
    public async Task Only_so_many_uploads_may_wait()
    {
        _store.Add(await ReceiveAsync(Jpeg));
        _store.Add(await ReceiveAsync(Jpeg));
        using var third = await ReceiveAsync(Jpeg);

        Assert.Equal(429, Assert.Throws<UploadRefusedException>(() => _store.Add(third)).Status);
    }

    [Fact]
    public async Task A_refused_upload_leaves_no_file_behind()
    {
        var before = Files();
        var tooLarge = await Assert.ThrowsAsync<UploadRefusedException>(() => UploadedFile.ReceiveAsync(new MemoryStream(Jpeg), 6, CancellationToken.None));
        var noImage = await Assert.ThrowsAsync<UploadRefusedException>(() => ReceiveAsync("<svg onload='x'/>"u8.ToArray()));

        Assert.Equal((413, 415), (tooLarge.Status, noImage.Status));
        Assert.Equal(before, Files());
    }

    [Theory]
    [InlineData(999, 64, 60)]
    [InlineData(20_000_000, 0, 60)]
    [InlineData(20_000_000, 64, 0)]
    public void Settings_out_of_bounds_are_refused(long maxBytes, int maxPending, int seconds)
    {
        var options = new UploadOptions { MaxBytes = maxBytes, MaxPending = maxPending, PendingFor = TimeSpan.FromSeconds(seconds) };

        Assert.Throws<ValidationException>(() => Validator.ValidateObject(options, new(options), validateAllProperties: true));
    }

    public void Dispose() => _store.Dispose();

    static Task<UploadedFile> ReceiveAsync(byte[] bytes) => UploadedFile.ReceiveAsync(new MemoryStream(bytes), 1000, CancellationToken.None);

    static int Files() => Directory.GetFiles(Path.GetTempPath(), "aspireml-*.upload").Length;

    sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
