using System.Text;
using AspireMl.Storage.Objects;

namespace AspireMl.Storage.Tests.Objects;

/// <summary>What every provider of <see cref="IObjectStore"/> does. A provider's tests inherit it.</summary>
public abstract class ObjectStoreContract
{
    protected static readonly byte[] Content = Encoding.UTF8.GetBytes("the bytes of a page");
    protected static readonly string Key = ObjectKey.Of(Content);

    /// <summary>The same, empty at first, for one test.</summary>
    protected abstract IObjectStore Store { get; }

    ISetAsideObjects Aside => (ISetAsideObjects)Store;

    [Fact]
    public async Task What_was_put_comes_back()
    {
        await Store.PutAsync(Key, Content, default);

        Assert.True(await Store.ExistsAsync(Key, default));
        Assert.Equal(Content, await ReadAsync());
    }

    [Fact]
    public async Task What_was_put_as_a_stream_comes_back_wherever_the_stream_stood()
    {
        using var stream = new MemoryStream(Content) { Position = 3 };
        await Store.PutAsync(Key, stream, default);

        Assert.Equal(Content, await ReadAsync());
        Assert.True(stream.CanRead);
    }

    [Fact]
    public async Task An_empty_object_is_an_object()
    {
        var key = ObjectKey.Of([]);
        await Store.PutAsync(key, ReadOnlyMemory<byte>.Empty, default);

        await using var stream = await Store.OpenAsync(key, default);
        Assert.Equal(0, stream!.Length);
    }

    [Fact]
    public async Task What_was_not_put_is_not_there()
    {
        Assert.False(await Store.ExistsAsync(Key, default));
        Assert.Null(await Store.OpenAsync(Key, default));
    }

    [Fact]
    public async Task Putting_many_times_at_once_keeps_one_whole_object()
    {
        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Store.PutAsync(Key, Content, default)));

        Assert.Equal(Content, await ReadAsync());
    }

    [Fact]
    public async Task Bytes_of_another_hash_are_refused()
    {
        using var stream = new MemoryStream(Content);
        await Assert.ThrowsAsync<ArgumentException>(() => Store.PutAsync(new('0', 64), Content, default));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.PutAsync(new('0', 64), stream, default));
        Assert.False(await Store.ExistsAsync(new('0', 64), default));
    }

    [Fact]
    public async Task What_is_set_aside_does_not_exist_but_can_be_opened_until_it_is_deleted()
    {
        await Store.PutAsync(Key, Content, default);

        await Aside.SetAsideAsync(Key, default);
        await Aside.SetAsideAsync(Key, default);
        Assert.False(await Store.ExistsAsync(Key, default));
        Assert.Equal(Content, await ReadAsync());

        await Aside.DeleteSetAsideAsync(Key, default);
        await Aside.DeleteSetAsideAsync(Key, default);
        Assert.Null(await Store.OpenAsync(Key, default));
    }

    [Fact]
    public async Task What_is_brought_back_is_there_as_before()
    {
        await Store.PutAsync(Key, Content, default);
        await Aside.SetAsideAsync(Key, default);

        await Aside.BringBackAsync(Key, default);
        await Aside.BringBackAsync(Key, default);
        await Aside.DeleteSetAsideAsync(Key, default);

        Assert.True(await Store.ExistsAsync(Key, default));
        Assert.Equal(Content, await ReadAsync());
    }

    [Fact]
    public async Task What_is_put_again_after_it_was_set_aside_stays_when_that_is_deleted()
    {
        await Store.PutAsync(Key, Content, default);
        await Aside.SetAsideAsync(Key, default);

        await Store.PutAsync(Key, Content, default);
        await Aside.DeleteSetAsideAsync(Key, default);

        Assert.True(await Store.ExistsAsync(Key, default));
        Assert.Equal(Content, await ReadAsync());
    }

    [Fact]
    public async Task Setting_aside_and_bringing_back_what_is_not_there_does_nothing()
    {
        await Aside.SetAsideAsync(Key, default);
        await Aside.BringBackAsync(Key, default);
        await Aside.DeleteSetAsideAsync(Key, default);

        Assert.Null(await Store.OpenAsync(Key, default));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../etc/passwd")]
    [InlineData("..%2f..%2fetc%2fpasswd")]
    [InlineData("0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF")]
    [InlineData("/123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    public async Task Only_a_hash_is_a_key(string key)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Store.PutAsync(key, Content, default));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.OpenAsync(key, default));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.ExistsAsync(key, default));
        await Assert.ThrowsAsync<ArgumentException>(() => Aside.SetAsideAsync(key, default));
        await Assert.ThrowsAsync<ArgumentException>(() => Aside.BringBackAsync(key, default));
        await Assert.ThrowsAsync<ArgumentException>(() => Aside.DeleteSetAsideAsync(key, default));
    }

    async Task<byte[]> ReadAsync()
    {
        await using var stream = await Store.OpenAsync(Key, default);
        using var copy = new MemoryStream();
        await stream!.CopyToAsync(copy);
        return copy.ToArray();
    }
}
