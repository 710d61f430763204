using AspireMl.Contracts.Datasets;
using AspireMl.Contracts.Paging;
using AspireMl.Storage.Datasets;
using AspireMl.Storage.Datasets.PostgreSql;
using AspireMl.Storage.PostgreSql;
using AspireMl.Storage.Tests.PostgreSql;

namespace AspireMl.Storage.Tests.Datasets;

[Collection(SharedPostgres.Name)]
public sealed class PostgresDatasetStoreTests(PostgresFixture fixture) : IAsyncLifetime
{
    static readonly DatasetRange Training = new("roast", DatasetSplits.Training);

    PostgresDatabase _database = null!;
    PostgresDatasetStore _store = null!;
    Dataset _dataset = null!;

    public async Task InitializeAsync()
    {
        _database = Databases.Open(await fixture.Server.CreateDatabaseAsync());
        _store = new(_database);
        Assert.True(await _store.PutAsync("roast", SampleRows.Schema, default));
        _dataset = (await _store.FindAsync("roast", default))!;
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Rows_come_back_as_they_went_in_oldest_first()
    {
        var rows = SampleRows.Create(0..6000);
        Assert.Equal(new(6000, 0), await AddAsync(rows.Reverse()));

        var read = await _store.ReadAsync(Training, default).ToListAsync();

        Assert.Equal(rows.Select(row => row.RowId), read.Select(row => row.RowId));
        Assert.Equal((rows[5].At, rows[5].InferenceId, rows[5].Target), (read[5].At, read[5].InferenceId, read[5].Target));
        Assert.All(rows.Zip(read), pair => Assert.Equal(pair.First.Features, pair.Second.Features));
    }

    [Fact]
    public async Task Rows_sent_twice_are_kept_once()
    {
        await AddAsync(SampleRows.Create(0..10));

        Assert.Equal(new(5, 10), await AddAsync(SampleRows.Create(0..15)));
        Assert.Equal(new(3, 0), await _store.AddAsync(_dataset, DatasetSplits.Testing, SampleRows.Create(0..3), default));
        Assert.Equal(15, await _store.ReadAsync(Training, default).CountAsync());
    }

    [Fact]
    public async Task Of_several_labels_of_an_inference_the_last_counts()
    {
        var (inference, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await AddAsync([SampleRows.Create(1, 380, inference), SampleRows.Create(2, 385, inference), SampleRows.Create(3, 390, other)]);
        Assert.Equal([385, 390], (await TargetsAsync(DatasetSplits.Training)).Order());

        await _store.AddAsync(_dataset, DatasetSplits.Production, [SampleRows.Create(1, 395, inference)], default);

        Assert.Equal([390], await TargetsAsync(DatasetSplits.Training));
        Assert.Equal([395], await TargetsAsync(DatasetSplits.Production));
    }

    [Fact]
    public async Task Ranges_include_their_start_and_exclude_their_end()
    {
        await AddAsync(SampleRows.Create(0..10));
        var range = Training with { From = SampleRows.Start.AddSeconds(3), To = SampleRows.Start.AddSeconds(7) };

        Assert.Equal([3, 4, 5, 6], await _store.ReadAsync(range, default).Select(row => (int)(row.At - SampleRows.Start).TotalSeconds).ToListAsync());
        Assert.Equal(4, await _store.DeleteRowsAsync(range, default));
        Assert.Empty(await _store.ReadAsync(range, default).ToListAsync());
        Assert.Equal(6, await _store.DeleteRowsAsync(Training, default));
    }

    [Fact]
    public async Task Pages_walk_through_all_rows_newest_first()
    {
        await AddAsync(SampleRows.Create(0..7));
        List<DatasetRow> seen = [];
        for (PageCursor? after = null; ;)
        {
            var page = await _store.ListRowsAsync(Training, after, 3, default);
            seen.AddRange(page.Items);
            if (page.NextCursor is null)
            {
                break;
            }

            Assert.True(PageCursor.TryParse(page.NextCursor, out var next));
            after = next;
        }

        Assert.Equal(SampleRows.Create(0..7).Select(row => row.RowId).Reverse(), seen.Select(row => row.RowId));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => _store.ListRowsAsync(Training, null, IDatasetStore.MostRowsOfAPage + 1, default));
    }

    [Fact]
    public async Task A_snapshot_has_the_newest_rows_oldest_first_and_its_hash_follows_from_them()
    {
        await AddAsync(SampleRows.Create(0..20));

        var whole = (await _store.SnapshotAsync(Training, 1000, default))!;
        var newest = (await _store.SnapshotAsync(Training, 5, default))!;

        Assert.Equal(RowHash.Of(SampleRows.Schema, SampleRows.Create(0..20)), whole.Hash);
        Assert.Equal(SampleRows.Create(15..20).Select(row => row.RowId), newest.Rows.Select(row => row.RowId));
        Assert.NotEqual(whole.Hash, newest.Hash);
        Assert.Equal(whole.Hash, (await _store.SnapshotAsync(Training, 20, default))!.Hash);
        Assert.Null(await _store.SnapshotAsync(Training with { Dataset = "none" }, 5, default));
    }

    [Fact]
    public async Task The_list_counts_the_rows_of_each_split()
    {
        Assert.True(await _store.PutAsync("bean", SampleRows.Schema, default));
        await AddAsync(SampleRows.Create(2..9));

        var list = await _store.ListAsync(default);

        Assert.Equal(["bean", "roast"], list.Select(dataset => dataset.Name));
        Assert.Equal(new(DatasetSplits.Training, 7, SampleRows.Start.AddSeconds(2), SampleRows.Start.AddSeconds(8)), list[1].Splits[0]);
        Assert.Equal(new(DatasetSplits.Production, 0, null, null), list[0].Splits[2]);
        Assert.Equal(["light", "dark"], list[0].Schema.Features[1].Values);
    }

    [Fact]
    public async Task A_schema_that_would_give_rows_another_meaning_is_refused_once_there_are_rows()
    {
        var narrowed = SampleRows.Schema with { Features = [SampleRows.Schema.Features[0]] };
        Assert.True(await _store.PutAsync("roast", narrowed, default));
        await Assert.ThrowsAsync<DatasetChangedException>(() => AddAsync(SampleRows.Create(0..1)));

        Assert.True(await _store.PutAsync("roast", SampleRows.Schema, default));
        _dataset = (await _store.FindAsync("roast", default))!;
        await AddAsync(SampleRows.Create(0..1));

        Assert.False(await _store.PutAsync("roast", narrowed, default));
        Assert.Equal(_dataset.Revision, (await _store.FindAsync("roast", default))!.Revision);
        Assert.True(await _store.PutAsync("roast", SampleRows.Schema, default));
        Assert.Equal(_dataset.Revision, (await _store.FindAsync("roast", default))!.Revision);
        Assert.True(await _store.PutAsync("roast", SampleRows.Schema with { Target = new("quality", "points") }, default));
        Assert.Equal(_dataset.Revision + 1, (await _store.FindAsync("roast", default))!.Revision);
    }

    Task<AddedRows> AddAsync(IEnumerable<DatasetRow> rows) => _store.AddAsync(_dataset, DatasetSplits.Training, [.. rows], default);

    async Task<IReadOnlyList<double>> TargetsAsync(string split) =>
        await _store.ReadAsync(Training with { Split = split }, default).Select(row => row.Target).ToListAsync();
}
