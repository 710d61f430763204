using AspireMl.Contracts.Inferences;
using AspireMl.Contracts.Models;
using AspireMl.Contracts.Paging;
using AspireMl.Storage.PostgreSql;
using AspireMl.Storage.Tabular;
using AspireMl.Storage.Tabular.PostgreSql;
using AspireMl.Storage.Tests.PostgreSql;
using Dapper;

namespace AspireMl.Storage.Tests.Tabular;

[Collection(SharedPostgres.Name)]
public sealed class PostgresTabularInferenceStoreTests(PostgresFixture fixture) : IAsyncLifetime
{
    static readonly DateTimeOffset Start = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);

    PostgresDatabase _database = null!;
    PostgresTabularInferenceStore _store = null!;

    public async Task InitializeAsync()
    {
        _database = Databases.Open(await fixture.Server.CreateDatabaseAsync());
        _store = new(_database);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task What_is_recorded_is_read_with_missing_values_and_probabilities()
    {
        var id = Guid.CreateVersion7(Start);
        await _store.RecordAsync(
            [new() { Model = "kiln", Version = "1.0.0", CreatedAt = Start, Ids = [id], Features = new float[] { 1.5f, float.NaN, 2 }, Predictions = new float[] { 1 }, Probabilities = new float[] { 0.25f, 0.75f } }],
            default);

        var read = Assert.Single(await _store.ReadAsync(new() { Model = "kiln" }).ToListAsync());

        Assert.Equal((id, Start, "kiln", "1.0.0", 1f), (read.InferenceId, read.CreatedAt, read.Model, read.Version, read.Prediction));
        Assert.Equal([1.5f, float.NaN, 2], read.Features);
        Assert.Equal([0.25f, 0.75f], read.Probabilities!);
    }

    [Fact]
    public async Task Rows_that_are_recorded_again_stay_as_they_were_and_new_ones_beside_them_are_kept()
    {
        var first = Batch("kiln", Start, 3);
        await _store.RecordAsync([first], default);
        var other = Batch("kiln", Start.AddSeconds(1), 2);

        await _store.RecordAsync([first with { Predictions = new float[] { 7, 7, 7 } }, other], default);
        await _store.RecordAsync([other, other], default);

        var read = await _store.ReadAsync(new() { Model = "kiln", OldestFirst = true }).ToListAsync();
        Assert.Equal([0f, 1, 2, 0, 1], read.Select(row => row.Prediction));
    }

    [Fact]
    public async Task Long_histories_are_read_whole_and_in_order_both_ways()
    {
        // Many rows of one moment, so that pages end among them.
        await _store.RecordAsync([Batch("kiln", Start, 7000), Batch("oven", Start, 5)], default);
        await _store.RecordAsync([Batch("kiln", Start.AddHours(1), 5000)], default);

        var oldest = await _store.ReadAsync(new() { Model = "kiln", OldestFirst = true }).Select(row => row.InferenceId).ToListAsync();
        var newest = await _store.ReadAsync(new() { Model = "kiln" }).Select(row => row.InferenceId).ToListAsync();

        Assert.Equal(12_000, oldest.Distinct().Count());
        Assert.Equal(Enumerable.Reverse(oldest), newest);
        Assert.Equal(12_000, await _store.CountAsync(new() { Model = "kiln" }, default));
    }

    [Fact]
    public async Task A_range_of_time_and_a_version_choose_rows()
    {
        await _store.RecordAsync([Batch("kiln", Start, 2), Batch("kiln", Start.AddMinutes(1), 3) with { Version = "2.0.0" }, Batch("kiln", Start.AddMinutes(2), 4)], default);

        Assert.Equal(3, await _store.CountAsync(new() { Model = "kiln", From = Start.AddMinutes(1), To = Start.AddMinutes(2) }, default));
        Assert.Equal(6, await _store.CountAsync(new() { Model = "kiln", Version = "1.0.0" }, default));
        Assert.Equal(4, await _store.ReadAsync(new() { Model = "kiln", From = Start.AddMinutes(2) }).CountAsync());
        Assert.Equal(0, await _store.CountAsync(new() { Model = "oven" }, default));
    }

    [Fact]
    public async Task Rows_of_all_models_are_listed_newest_first_with_what_was_said_of_them()
    {
        await _store.RecordAsync([Batch("kiln", Start, 3), Batch("oven", Start.AddMinutes(1), 2), Batch("kiln", Start.AddMinutes(2), 1)], default);
        var judged = (await _store.ListAsync(new() { Model = "oven" }, default)).Items[0];
        var said = new Feedback(Feedback.Incorrect, "7", Start.AddHours(1));

        Assert.Equal(judged.Answerer, await _store.AddFeedbackAsync(new(Guid.CreateVersion7(), judged.InferenceId, said), default));
        Assert.Null(await _store.AddFeedbackAsync(new(Guid.CreateVersion7(), Guid.NewGuid(), said), default));

        var first = await _store.ListAsync(new() { Limit = 4 }, default);
        Assert.True(PageCursor.TryParse(first.NextCursor, out var cursor));
        var rest = await _store.ListAsync(new() { Limit = 4, After = cursor }, default);
        Assert.Equal(["kiln", "oven", "oven", "kiln", "kiln", "kiln"], first.Items.Concat(rest.Items).Select(row => row.Model));
        Assert.Equal(6, first.Items.Concat(rest.Items).Select(row => row.InferenceId).Distinct().Count());
        Assert.Null(rest.NextCursor);
        var wrong = Assert.Single((await _store.ListAsync(new() { Verdict = Feedback.Incorrect }, default)).Items);
        Assert.Equal((judged.InferenceId, said), (wrong.InferenceId, wrong.Feedback));
        Assert.Empty((await _store.ListAsync(new() { Task = ModelTasks.TabularClassification }, default)).Items);
        Assert.Equal(2, (await _store.ListAsync(new() { From = Start.AddMinutes(1), To = Start.AddMinutes(2) }, default)).Items.Count);
    }

    [Fact]
    public async Task Known_ids_are_told_from_unknown_ones_and_from_those_of_other_models()
    {
        var (kiln, oven) = (Batch("kiln", Start, 2), Batch("oven", Start, 1));
        await _store.RecordAsync([kiln, oven], default);
        Guid[] asked = [kiln.Ids[1], oven.Ids[0], Guid.CreateVersion7()];

        Assert.Equal([kiln.Ids[1]], await _store.FindKnownAsync("kiln", asked, default));
        Assert.Equal(["kiln", "oven"], (await _store.FindAsync(asked, default)).Select(row => row.Model).Order());
    }

    [Fact]
    public async Task A_batch_whose_arrays_do_not_fit_is_refused_before_anything_is_written()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => _store.RecordAsync([Batch("kiln", Start, 1), Batch("kiln", Start, 2) with { Predictions = new float[1] }], default));
        await Assert.ThrowsAsync<ArgumentException>(() => _store.RecordAsync([Batch("kiln", Start, 2) with { Features = new float[3] }], default));

        Assert.Equal(0, await _store.CountAsync(new() { Model = "kiln" }, default));
    }

    [Fact]
    public async Task Old_rows_of_all_models_go_batch_by_batch_with_what_was_said_of_them()
    {
        var old = Batch("kiln", Start, 5);
        await _store.RecordAsync([old, Batch("oven", Start, 2), Batch("kiln", Start.AddMinutes(1), 3)], default);
        await _store.AddFeedbackAsync(new(Guid.CreateVersion7(), old.Ids[0], new(Feedback.Correct, null, Start)), default);

        Assert.Equal(4, await _store.DeleteBeforeAsync(Start.AddMinutes(1), 4, default));
        Assert.Equal(3, await _store.DeleteBeforeAsync(Start.AddMinutes(1), 4, default));
        Assert.Equal(0, await _store.DeleteBeforeAsync(Start.AddMinutes(1), 4, default));

        Assert.Equal((3, 0), (await _store.CountAsync(new() { Model = "kiln" }, default), await _store.CountAsync(new() { Model = "oven" }, default)));
        Assert.Equal(0, await _database.RunAsync((connection, _) => connection.ExecuteScalarAsync<int>("select count(*) from tabular_feedback"), default));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => _store.DeleteBeforeAsync(Start, 0, default));
    }

    static TabularBatch Batch(string model, DateTimeOffset at, int rows) => new()
    {
        Model = model,
        Version = "1.0.0",
        CreatedAt = at,
        Ids = [.. Enumerable.Range(0, rows).Select(_ => Guid.CreateVersion7(at)).Order()],
        Features = Enumerable.Range(0, 2 * rows).Select(value => (float)value).ToArray(),
        Predictions = Enumerable.Range(0, rows).Select(value => (float)value).ToArray(),
    };
}
