using AspireMl.Contracts.ImageDatasets;
using AspireMl.Storage.ImageDatasets.PostgreSql;
using AspireMl.Storage.PostgreSql;
using AspireMl.Storage.Retention.PostgreSql;
using AspireMl.Storage.Tests.PostgreSql;

namespace AspireMl.Storage.Tests.Retention;

[Collection(SharedPostgres.Name)]
public sealed class PostgresForgottenObjectStoreTests(PostgresFixture fixture) : IAsyncLifetime
{
    static readonly DateTimeOffset Start = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);
    static readonly string[] Keys = [.. "12345".Select(digit => new string(digit, 64))];

    PostgresDatabase _database = null!;
    PostgresForgottenObjectStore _store = null!;

    public async Task InitializeAsync()
    {
        _database = Databases.Open(await fixture.Server.CreateDatabaseAsync());
        _store = new(_database);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Objects_go_from_noted_over_set_aside_to_dropped()
    {
        await _store.NoteAsync(Keys[1..3], Start.AddSeconds(1), default);
        await _store.NoteAsync(Keys[..1], Start, default);
        Assert.Equal(Keys[..2], await _store.ListNotedAsync(2, default));

        await _store.NoteSetAsideAsync(Keys[..2], Start.AddHours(1), default);
        Assert.Equal(Keys[2..3], await _store.ListNotedAsync(10, default));
        Assert.Empty(await _store.ListSetAsideBeforeAsync(Start.AddHours(1), 10, default));
        Assert.Equal(Keys[..2], await _store.ListSetAsideBeforeAsync(Start.AddHours(2), 10, default));

        await _store.DropAsync(Keys, default);
        Assert.Empty(await _store.ListNotedAsync(10, default));
        Assert.Empty(await _store.ListSetAsideBeforeAsync(Start.AddHours(2), 10, default));
    }

    [Fact]
    public async Task What_is_noted_again_after_it_was_set_aside_begins_anew()
    {
        await _store.NoteAsync(Keys[..1], Start, default);
        await _store.NoteSetAsideAsync(Keys[..1], Start, default);

        await _store.NoteAsync([Keys[0], Keys[0], Keys[1]], Start.AddHours(1), default);

        Assert.Equal(Keys[..2], await _store.ListNotedAsync(10, default));
        Assert.Empty(await _store.ListSetAsideBeforeAsync(Start.AddHours(2), 10, default));
    }

    [Fact]
    public async Task Images_of_datasets_are_in_use()
    {
        var datasets = new PostgresImageDatasetStore(_database);
        await datasets.SaveAsync(new("cups", [new("a.jpg", Keys[1], "cup", ImageSplits.All[0])], "me", "first"), default);
        await datasets.SaveAsync(new("cups", [new("b.jpg", Keys[2], "cup", ImageSplits.All[0])], "me", "second"), default);

        // Those of an earlier version, too.
        Assert.Equal(Keys[1..3], (await _store.FindInUseAsync(Keys, default)).Order());
    }
}
