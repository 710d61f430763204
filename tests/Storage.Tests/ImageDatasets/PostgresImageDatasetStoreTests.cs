using AspireMl.Contracts.ImageDatasets;
using AspireMl.Contracts.Paging;
using AspireMl.Storage.ImageDatasets;
using AspireMl.Storage.ImageDatasets.PostgreSql;
using AspireMl.Storage.Objects;
using AspireMl.Storage.PostgreSql;
using AspireMl.Storage.Tests.PostgreSql;

namespace AspireMl.Storage.Tests.ImageDatasets;

[Collection(SharedPostgres.Name)]
public sealed class PostgresImageDatasetStoreTests(PostgresFixture fixture) : IAsyncLifetime
{
    const string Name = "birds";

    PostgresDatabase _database = null!;
    PostgresImageDatasetStore _store = null!;

    public async Task InitializeAsync()
    {
        _database = Databases.Open(await fixture.Server.CreateDatabaseAsync());
        _store = new(_database);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task The_same_content_is_the_same_version_and_any_change_makes_a_new_one()
    {
        ImageEntry[] entries = [Entry("b"), Entry("a"), Entry("c", "owl")];
        var (first, isNew) = await SaveAsync(entries);
        Assert.Equal((1, null, true), (first.Number, first.Parent, isNew));
        Assert.Equal([new("finch", ImageSplits.Training, 2), new("owl", ImageSplits.Training, 1)], first.Counts);

        var (again, againIsNew) = await SaveAsync([.. entries.Reverse()]);
        Assert.Equal((first.Number, first.ManifestHash, false), (again.Number, again.ManifestHash, againIsNew));

        var (relabelled, _) = await SaveAsync([entries[0], entries[1], entries[2] with { Label = "finch" }]);
        Assert.Equal((2, 1), (relabelled.Number, relabelled.Parent));
        var (restored, _) = await SaveAsync(entries);
        Assert.Equal((3, first.ManifestHash), (restored.Number, restored.ManifestHash));
        Assert.Equal(["a", "b", "c"], (await _store.ReadAsync(Name, 3, default)).Select(entry => entry.Path));
        Assert.Equal("owl", (await _store.ReadAsync(Name, 1, default))[2].Label);
    }

    [Fact]
    public async Task A_change_that_was_made_for_an_earlier_version_is_refused()
    {
        await SaveAsync([Entry("a")]);
        await _store.SaveAsync(new(Name, [Entry("a"), Entry("b")], "Ada", "one more") { Base = 1 }, default);

        var late = await Assert.ThrowsAsync<ImageDatasetChangedException>(() => _store.SaveAsync(new(Name, [Entry("c")], "Ada", "late") { Base = 1 }, default));

        Assert.Contains("version 2", late.Message, StringComparison.Ordinal);
        Assert.Equal(2, (await _store.FindAsync(Name, null, default))!.Number);
    }

    [Fact]
    public async Task Versions_and_entries_are_listed_by_pages_and_filters()
    {
        await SaveAsync([Entry("z")]);
        await SaveAsync([Entry("a"), Entry("B"), Entry("ä"), Entry("d", "owl"), Entry("e", "owl", ImageSplits.Testing)]);

        var newest = await _store.ListVersionsAsync(Name, null, 1, default);
        Assert.Equal(2, Assert.Single(newest.Items).Number);
        Assert.Equal("2", TextCursor.Read(newest.NextCursor));
        Assert.Equal(1, Assert.Single((await _store.ListVersionsAsync(Name, 2, 1, default)).Items).Number);

        var page = await _store.ListEntriesAsync(new(Name, 2) { Limit = 2 }, default);
        Assert.Equal(["B", "a"], page.Items.Select(entry => entry.Path));
        var next = await _store.ListEntriesAsync(new(Name, 2) { After = TextCursor.Read(page.NextCursor) }, default);
        Assert.Equal(["d", "e", "ä"], next.Items.Select(entry => entry.Path));
        Assert.Null(next.NextCursor);
        Assert.Equal("e", Assert.Single((await _store.ListEntriesAsync(new(Name, 2) { Label = "owl", Split = ImageSplits.Testing }, default)).Items).Path);
        Assert.Equal([2], (await _store.ListAsync(default)).Select(version => version.Number));
    }

    [Fact]
    public async Task Images_belong_to_the_datasets_that_have_or_had_them()
    {
        await SaveAsync([Entry("a")]);
        await SaveAsync([Entry("b")]);
        await _store.SaveAsync(new("other", [Entry("c")], "Ada", "another"), default);

        Assert.True(await _store.HasImageAsync(Name, Entry("a").Sha256, default));
        Assert.False(await _store.HasImageAsync(Name, Entry("c").Sha256, default));
        Assert.Null(await _store.FindAsync("none", null, default));
        Assert.Null(await _store.FindAsync(Name, 3, default));
        Assert.Empty(await _store.ReadAsync(Name, 3, default));
    }

    [Fact]
    public async Task Versions_that_are_made_at_once_get_numbers_of_their_own()
    {
        var saved = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => SaveAsync([Entry($"file-{i}")])));

        Assert.Equal(Enumerable.Range(1, 6), saved.Select(one => one.Version.Number).Order());
        Assert.All(saved, one => Assert.True(one.IsNew));
    }

    Task<(ImageDatasetVersion Version, bool IsNew)> SaveAsync(ImageEntry[] entries) => _store.SaveAsync(new(Name, entries, "Ada", "test"), default);

    static ImageEntry Entry(string path, string label = "finch", string split = ImageSplits.Training) =>
        new(path, ObjectKey.Of(System.Text.Encoding.UTF8.GetBytes(path)), label, split);
}
