using AspireMl.Contracts.Inferences;
using AspireMl.Contracts.Models;
using AspireMl.Contracts.Paging;
using AspireMl.Storage.Documents;

namespace AspireMl.Storage.Tests.Documents;

/// <summary>What every provider of <see cref="IInferenceStore"/> does. A provider's tests inherit it.</summary>
public abstract class InferenceStoreContract
{
    /// <summary>An empty store.</summary>
    protected abstract Task<IInferenceStore> CreateAsync();

    [Fact]
    public async Task A_recorded_inference_comes_back_whole()
    {
        var store = await CreateAsync();
        var record = SampleInferences.Create();
        await store.RecordAsync([record], default);

        var found = await store.FindAsync(record.InferenceId, default);

        Assert.Equivalent(record, found, strict: true);
    }

    [Fact]
    public async Task An_inference_without_answer_words_or_features_comes_back_as_it_was()
    {
        var store = await CreateAsync();
        var record = SampleInferences.Create() with { Answer = null, Confidence = 0, Evidence = [], Words = null, Features = null };
        await store.RecordAsync([record], default);

        Assert.Equivalent(record, await store.FindAsync(record.InferenceId, default), strict: true);
    }

    [Fact]
    public async Task An_unknown_id_is_not_found() =>
        Assert.Null(await (await CreateAsync()).FindAsync(Guid.CreateVersion7(), default));

    [Fact]
    public async Task Recording_twice_keeps_the_first()
    {
        var store = await CreateAsync();
        var record = SampleInferences.Create();
        await store.RecordAsync([record, SampleInferences.Create(1)], default);
        await store.RecordAsync([record with { Answer = "other" }, SampleInferences.Create(2)], default);

        Assert.Equal(3, (await store.ListAsync(new(), default)).Items.Count);
        Assert.Equal("12.50", (await store.FindAsync(record.InferenceId, default))!.Answer);
    }

    [Fact]
    public async Task The_same_id_twice_in_one_batch_is_recorded_once()
    {
        var store = await CreateAsync();
        var record = SampleInferences.Create();
        await store.RecordAsync([record, record], default);

        Assert.Single((await store.ListAsync(new(), default)).Items);
    }

    [Fact]
    public async Task Lists_are_newest_first_and_leave_out_words_and_features()
    {
        var store = await CreateAsync();
        await store.RecordAsync([SampleInferences.Create(1), SampleInferences.Create(3), SampleInferences.Create(2)], default);

        var page = await store.ListAsync(new(), default);

        Assert.Equal([3, 2, 1], page.Items.Select(item => (item.CreatedAt - SampleInferences.Start).TotalSeconds));
        Assert.All(page.Items, item => Assert.True(item.Words is null && item.Features is null && item.Evidence.Count == 1));
        Assert.Null(page.NextCursor);
    }

    [Fact]
    public async Task Cursors_walk_through_all_inferences_once_even_those_of_one_moment()
    {
        var store = await CreateAsync();
        InferenceRecord[] records = [.. Enumerable.Range(0, 23).Select(index => SampleInferences.Create(index / 7 * 1e-6))];
        await store.RecordAsync(records, default);

        var seen = new List<Guid>();
        for (string? cursor = null; ;)
        {
            var after = cursor is not null && PageCursor.TryParse(cursor, out var place) ? place : (PageCursor?)null;
            var page = await store.ListAsync(new() { Limit = 5, After = after }, default);
            Assert.InRange(page.Items.Count, 1, 5);
            seen.AddRange(page.Items.Select(item => item.InferenceId));
            if ((cursor = page.NextCursor) is null)
            {
                break;
            }

            // What arrives meanwhile is newer and does not disturb the walk.
            await store.RecordAsync([SampleInferences.Create(1000 + seen.Count)], default);
        }

        Assert.Equal(records.Select(record => record.InferenceId).Order(), seen.Order());
    }

    [Fact]
    public async Task Times_finer_than_the_store_keeps_do_not_confuse_the_cursor()
    {
        var store = await CreateAsync();
        await store.RecordAsync([.. Enumerable.Range(0, 4).Select(tick => SampleInferences.Create() with { InferenceId = Guid.CreateVersion7(), CreatedAt = SampleInferences.Start.AddTicks(tick * 3) })], default);

        var first = await store.ListAsync(new() { Limit = 2 }, default);
        Assert.True(PageCursor.TryParse(first.NextCursor, out var after));
        var second = await store.ListAsync(new() { Limit = 2, After = after }, default);

        Assert.Equal(4, first.Items.Concat(second.Items).DistinctBy(item => item.InferenceId).Count());
    }

    [Fact]
    public async Task Filters_combine()
    {
        var store = await CreateAsync();
        var judged = SampleInferences.Create(5);
        await store.RecordAsync(
            [SampleInferences.Create(1), judged, SampleInferences.Create(6, model: "layoutlmv3"), SampleInferences.Create(7, task: ModelTasks.ImageClassification)],
            default);
        await store.AddFeedbackAsync(judged.Say(Feedback.Correct), default);

        Assert.Equal(3, await CountAsync(new() { Model = "span-reader" }));
        Assert.Equal(1, await CountAsync(new() { Task = ModelTasks.ImageClassification }));
        Assert.Equal(2, await CountAsync(new() { From = SampleInferences.Start.AddSeconds(5), To = SampleInferences.Start.AddSeconds(7) }));
        Assert.Equal(1, await CountAsync(new() { Verdict = Feedback.Correct, Model = "span-reader", From = SampleInferences.Start }));
        Assert.Equal(0, await CountAsync(new() { Verdict = Feedback.Incorrect }));

        async Task<int> CountAsync(InferenceFilter filter) => (await store.ListAsync(filter, default)).Items.Count;
    }

    [Fact]
    public async Task The_last_word_wins_and_all_are_kept()
    {
        var store = await CreateAsync();
        var record = SampleInferences.Create();
        await store.RecordAsync([record], default);

        Assert.Equal(record.Model, await store.AddFeedbackAsync(record.Say(Feedback.Correct, second: 10), default));
        Assert.NotNull(await store.AddFeedbackAsync(record.Say(Feedback.Incorrect, "13.00", second: 20), default));

        var found = await store.FindAsync(record.InferenceId, default);
        Assert.Equal(new Feedback(Feedback.Incorrect, "13.00", SampleInferences.Start.AddSeconds(20)), found!.Feedback);
        Assert.Equal([Feedback.Correct, Feedback.Incorrect], (await store.ListFeedbackAsync(record.InferenceId, default)).Select(word => word.Verdict));
        Assert.Single((await store.ListAsync(new() { Verdict = Feedback.Incorrect }, default)).Items);
        Assert.Empty((await store.ListAsync(new() { Verdict = Feedback.Correct }, default)).Items);
    }

    [Fact]
    public async Task A_word_that_arrives_late_does_not_replace_a_later_one()
    {
        var store = await CreateAsync();
        var record = SampleInferences.Create();
        await store.RecordAsync([record], default);

        await store.AddFeedbackAsync(record.Say(Feedback.Incorrect, second: 20), default);
        await store.AddFeedbackAsync(record.Say(Feedback.Correct, second: 10), default);

        Assert.Equal(Feedback.Incorrect, (await store.FindAsync(record.InferenceId, default))!.Feedback!.Verdict);
    }

    [Fact]
    public async Task The_same_word_written_twice_is_kept_once()
    {
        var store = await CreateAsync();
        var record = SampleInferences.Create();
        await store.RecordAsync([record], default);
        var entry = record.Say(Feedback.Correct);

        Assert.NotNull(await store.AddFeedbackAsync(entry, default));
        Assert.NotNull(await store.AddFeedbackAsync(entry, default));

        Assert.Single(await store.ListFeedbackAsync(record.InferenceId, default));
    }

    [Fact]
    public async Task Words_given_at_once_are_all_kept()
    {
        var store = await CreateAsync();
        var record = SampleInferences.Create();
        await store.RecordAsync([record], default);

        await Task.WhenAll(Enumerable.Range(0, 12).Select(second => store.AddFeedbackAsync(record.Say(second == 11 ? Feedback.Correct : Feedback.Incorrect, second: second), default)));

        Assert.Equal(12, (await store.ListFeedbackAsync(record.InferenceId, default)).Count);
        Assert.Equal(Feedback.Correct, (await store.FindAsync(record.InferenceId, default))!.Feedback!.Verdict);
    }

    [Fact]
    public async Task Feedback_on_an_unknown_inference_is_refused()
    {
        var store = await CreateAsync();
        var unknown = SampleInferences.Create();

        Assert.Null(await store.AddFeedbackAsync(unknown.Say(Feedback.Correct), default));
        Assert.Empty(await store.ListFeedbackAsync(unknown.InferenceId, default));
    }

    [Fact]
    public async Task Old_answers_are_found_oldest_first_with_their_objects_and_no_newer_ones()
    {
        var store = await CreateAsync();
        InferenceRecord[] records = [.. Enumerable.Range(0, 6).Select(second => SampleInferences.Create(second) with { InputHash = new($"{second}"[0], 64) })];
        records[1] = records[1] with { Heatmap = new('b', 64) };
        await store.RecordAsync([.. records.Reverse()], default);

        var old = await store.FindBeforeAsync(SampleInferences.Start.AddSeconds(4), 3, default);

        Assert.Equal(records.Take(3).Select(record => record.InferenceId), old.Select(one => one.Id));
        Assert.Equal([new('0', 64), new('1', 64), new('b', 64), new('2', 64)], old.SelectMany(one => one.Objects));
        Assert.Equal(4, (await store.FindBeforeAsync(SampleInferences.Start.AddSeconds(4), 100, default)).Count);
        Assert.Empty(await store.FindBeforeAsync(SampleInferences.Start, 100, default));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => store.FindBeforeAsync(SampleInferences.Start, 0, default));
    }

    [Fact]
    public async Task Deleted_answers_are_gone_with_what_was_said_about_them_and_the_others_stay()
    {
        var store = await CreateAsync();
        var (deleted, kept) = (SampleInferences.Create(1), SampleInferences.Create(2));
        await store.RecordAsync([deleted, kept], default);
        await store.AddFeedbackAsync(deleted.Say(Feedback.Correct), default);
        await store.AddFeedbackAsync(kept.Say(Feedback.Incorrect), default);

        Assert.Equal(1, await store.DeleteAsync([deleted.InferenceId, Guid.CreateVersion7()], default));
        Assert.Equal(0, await store.DeleteAsync([deleted.InferenceId], default));

        Assert.Null(await store.FindAsync(deleted.InferenceId, default));
        Assert.Empty(await store.ListFeedbackAsync(deleted.InferenceId, default));
        Assert.Null(await store.AddFeedbackAsync(deleted.Say(Feedback.Correct), default));
        Assert.Equal(kept.InferenceId, Assert.Single((await store.ListAsync(new() { Verdict = Feedback.Incorrect }, default)).Items).InferenceId);
    }

    [Fact]
    public async Task Objects_are_in_use_as_long_as_any_answer_refers_to_them()
    {
        var store = await CreateAsync();
        string[] asked = [new('1', 64), new('2', 64), new('3', 64)];
        InferenceRecord[] records =
        [
            SampleInferences.Create(1) with { InputHash = asked[0] },
            SampleInferences.Create(2) with { InputHash = asked[0], Heatmap = asked[1] },
            SampleInferences.Create(3) with { InputHash = new('4', 64) },
        ];
        await store.RecordAsync(records, default);
        Assert.Equal(asked[..2], (await store.FindObjectsInUseAsync(asked, default)).Order());

        await store.DeleteAsync([records[1].InferenceId], default);
        Assert.Equal(asked[..1], await store.FindObjectsInUseAsync(asked, default));
        await store.DeleteAsync([records[0].InferenceId], default);
        Assert.Empty(await store.FindObjectsInUseAsync(asked, default));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(InferenceFilter.MaxLimit + 1)]
    public async Task A_page_has_a_bounded_size(int limit)
    {
        var store = await CreateAsync();
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => store.ListAsync(new() { Limit = limit }, default));
    }
}
