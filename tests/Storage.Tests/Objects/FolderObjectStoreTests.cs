using AspireMl.Storage.Objects;
using AspireMl.Storage.Objects.Folder;

namespace AspireMl.Storage.Tests.Objects;

public sealed class FolderObjectStoreTests : ObjectStoreContract, IDisposable
{
    readonly string _root = Directory.CreateTempSubdirectory("aspireml-objects-").FullName;

    public FolderObjectStoreTests() => Store = new FolderObjectStore(_root);

    protected override IObjectStore Store { get; }

    [Fact]
    public async Task Files_are_fanned_out_and_nothing_else_is_left()
    {
        await Store.PutAsync(Key, Content, default);
        await Store.PutAsync(Key, Content, default);

        var file = Assert.Single(Directory.GetFiles(_root, "*", SearchOption.AllDirectories));
        Assert.Equal(Path.Combine(_root, Key[..2], Key[2..4], Key), file);
    }

    [Fact]
    public async Task A_damaged_file_is_noticed()
    {
        await Store.PutAsync(Key, Content, default);
        await File.WriteAllTextAsync(Path.Combine(_root, Key[..2], Key[2..4], Key), "THE BYTES OF A PAGE");

        await Assert.ThrowsAsync<InvalidDataException>(() => Store.OpenAsync(Key, default));
    }

    [Fact]
    public async Task A_file_cut_short_is_replaced_by_the_next_put()
    {
        await Store.PutAsync(Key, Content, default);
        await File.WriteAllTextAsync(Path.Combine(_root, Key[..2], Key[2..4], Key), "the bytes");

        await Store.PutAsync(Key, Content, default);

        await using var stream = await Store.OpenAsync(Key, default);
        Assert.Equal(Content.Length, stream!.Length);
    }

    [Fact]
    public void What_a_killed_process_left_is_removed_at_the_next_start_unless_it_is_fresh()
    {
        var old = Path.Combine(_root, "incoming", "old");
        var fresh = Path.Combine(_root, "incoming", "fresh");
        File.WriteAllText(old, "half");
        File.WriteAllText(fresh, "half");
        File.SetLastWriteTimeUtc(old, DateTime.UtcNow.AddDays(-1));

        _ = new FolderObjectStore(_root);

        Assert.False(File.Exists(old));
        Assert.True(File.Exists(fresh));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_unavailable_with_a_sentence()
    {
        var file = Path.Combine(_root, "file");
        File.WriteAllText(file, "");

        var failure = Assert.Throws<StorageUnavailableException>(() => new FolderObjectStore(Path.Combine(file, "below")));
        Assert.Contains(file, failure.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
