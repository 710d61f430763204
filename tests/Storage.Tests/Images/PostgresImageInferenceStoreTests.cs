using AspireMl.Storage.Images;
using AspireMl.Storage.Images.PostgreSql;
using AspireMl.Storage.PostgreSql;
using AspireMl.Storage.Tests.PostgreSql;

namespace AspireMl.Storage.Tests.Images;

[Collection(SharedPostgres.Name)]
public sealed class PostgresImageInferenceStoreTests(PostgresFixture fixture) : IAsyncLifetime
{
    static readonly DateTimeOffset Start = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);
    static readonly string Hash = new('a', 64);

    PostgresDatabase _database = null!;
    PostgresImageInferenceStore _store = null!;

    public async Task InitializeAsync()
    {
        _database = Databases.Open(await fixture.Server.CreateDatabaseAsync());
        _store = new(_database);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task What_is_recorded_is_read()
    {
        var id = Guid.CreateVersion7(Start);
        await _store.RecordAsync([new(id, Start, "objects", "1.0.0", [0.5f, -1], [0.25f, 0.75f], Hash)], default);

        var read = Assert.Single(await _store.ReadAsync(new() { Model = "objects" }).ToListAsync());

        Assert.Equal((id, Start, "objects", "1.0.0", Hash), (read.InferenceId, read.CreatedAt, read.Model, read.Version, read.InputHash));
        Assert.Equal([0.5f, -1], read.Embedding);
        Assert.Equal([0.25f, 0.75f], read.Probabilities);
    }

    [Fact]
    public async Task What_is_recorded_again_stays_as_it_was_and_new_ones_beside_it_are_kept()
    {
        var (first, second) = (At(0), At(1));
        await _store.RecordAsync([first], default);

        await _store.RecordAsync([first with { Embedding = [9] }, second, second], default);

        Assert.Equal([0f, 1], await _store.ReadAsync(new() { Model = "objects", OldestFirst = true }).Select(read => read.Embedding[0]).ToListAsync());
    }

    [Fact]
    public async Task The_newest_come_first_whole_and_over_many_pages()
    {
        // Each moment three times, so that pages end among them.
        var all = Enumerable.Range(0, 1200).Select(number => At(number / 3)).ToList();
        await _store.RecordAsync(all, default);
        await _store.RecordAsync([At(0) with { Model = "other" }], default);

        var read = await _store.ReadAsync(new() { Model = "objects" }).ToListAsync();

        Assert.Equal(1200, read.Select(inference => inference.InferenceId).Distinct().Count());
        Assert.Equal(read.OrderByDescending(inference => inference.CreatedAt).Select(inference => inference.Embedding[0]), read.Select(inference => inference.Embedding[0]));
        Assert.Equal(1200, await _store.CountAsync(new() { Model = "objects" }, default));
    }

    [Fact]
    public async Task A_range_of_time_a_version_and_ids_choose_images()
    {
        ImageInference[] all = [At(0), At(60) with { Version = "2.0.0" }, At(120)];
        await _store.RecordAsync(all, default);

        Assert.Equal([60f], await _store.ReadAsync(new() { Model = "objects", From = Start.AddMinutes(1), To = Start.AddMinutes(2) }).Select(read => read.Embedding[0]).ToListAsync());
        Assert.Equal(2, await _store.CountAsync(new() { Model = "objects", Version = "1.0.0" }, default));
        Assert.Equal([0f, 120], (await _store.FindAsync([all[0].InferenceId, all[2].InferenceId, Guid.CreateVersion7()], default)).Select(read => read.Embedding[0]).Order());
    }

    [Fact]
    public async Task Old_images_of_all_models_go_batch_by_batch()
    {
        await _store.RecordAsync([.. Enumerable.Range(0, 5).Select(At), At(1) with { Model = "other" }, At(9) with { Model = "other" }], default);

        Assert.Equal(3, await _store.DeleteBeforeAsync(Start.AddSeconds(3), 3, default));
        Assert.Equal(1, await _store.DeleteBeforeAsync(Start.AddSeconds(3), 3, default));

        Assert.Equal(2, await _store.CountAsync(new() { Model = "objects" }, default));
        Assert.Equal(1, await _store.CountAsync(new() { Model = "other" }, default));
    }

    static ImageInference At(int second) =>
        new(Guid.CreateVersion7(Start.AddSeconds(second)), Start.AddSeconds(second), "objects", "1.0.0", [second], [1, 0], Hash);
}
