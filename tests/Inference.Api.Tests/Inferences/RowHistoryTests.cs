using System.Net.Http.Json;
using AspireMl.Contracts.Inferences;
using AspireMl.Contracts.Paging;
using AspireMl.Inference.Api.Tests.Harness;
using AspireMl.Testing;

namespace AspireMl.Inference.Api.Tests.Inferences;

/// <summary>Answered rows in the history beside the other inferences.</summary>
[Collection(SharedPostgres.Name)]
public sealed class RowHistoryTests(PostgresFixture postgres) : IAsyncLifetime
{
    InferenceApi _api = null!;

    public async Task InitializeAsync() => _api = await InferenceApi.StartWithKilnAsync(await postgres.Server.CreateDatabaseAsync());

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Fact]
    public async Task A_row_is_shown_with_the_names_and_words_of_its_card()
    {
        var answer = await _api.Client.PredictAsync(Rows.One(heat: 3, load: 2, grade: "coarse"));
        await RecordedAsync();

        var record = await RecordAsync(answer.Predictions[0].InferenceId);

        Assert.Equal(("tabular-regression", "kiln", (double?)answer.Predictions[0].Value), (record.Task, record.Model.Name, record.Value));
        Assert.Equal(["heat=3", "load=2", "grade=coarse", "draft="], record.Instance!.Select(value => $"{value.Key}={value.Value}"));
        Assert.Null(record.Confidence);
    }

    [Fact]
    public async Task Rows_and_answers_about_documents_are_listed_together_newest_first_in_pages()
    {
        await _api.ReadyAsync();
        for (var round = 0; round < 3; round++)
        {
            await _api.Client.AskAsync(Forms.Png(round), $"Question {round}?");
            await _api.Client.PredictAsync(Rows.Many(2));
        }

        await RecordedAsync();
        List<InferenceRecord> listed = [];
        string? cursor = null;
        do
        {
            var page = await ListAsync($"limit=2&cursor={cursor}");
            Assert.InRange(page.Items.Count, 1, 2);
            listed.AddRange(page.Items);
            cursor = page.NextCursor;
        }
        while (cursor is not null);

        Assert.Equal(9, listed.Select(record => record.InferenceId).Distinct().Count());
        Assert.Equal(listed.OrderByDescending(record => record.CreatedAt).ThenByDescending(record => record.InferenceId), listed);
        Assert.Equal(3, listed.Count(record => record.Task == "document-question"));
        Assert.All(listed, record => Assert.Null(record.Instance));
        Assert.Equal(6, (await ListAsync("task=tabular-regression")).Items.Count);
        Assert.Equal(6, (await ListAsync("model=kiln")).Items.Count);
        Assert.Empty((await ListAsync("task=tabular-classification")).Items);
        Assert.Equal(3, (await ListAsync("task=document-question")).Items.Count);
    }

    [Fact]
    public async Task A_word_on_a_row_is_kept_whether_or_not_the_row_is_recorded_yet()
    {
        var id = (await _api.Client.PredictAsync(Rows.Many(3))).Predictions[1].InferenceId;
        await SayAsync(id, "correct");
        await RecordedAsync();
        Assert.Equal("correct", (await RecordAsync(id)).Feedback!.Verdict);

        await SayAsync(id, "incorrect");

        Assert.Equal("incorrect", (await RecordAsync(id)).Feedback!.Verdict);
        Assert.Equal([id], (await ListAsync("verdict=incorrect")).Items.Select(record => record.InferenceId));
        Assert.Empty((await ListAsync("verdict=correct")).Items);
    }

    [Fact]
    public async Task A_row_has_no_image()
    {
        var id = (await _api.Client.PredictAsync(Rows.Many(1))).Predictions[0].InferenceId;
        using var response = await _api.Client.GetAsync($"/v1/inferences/{id}/image");
        await response.AssertProblemAsync(404);
    }

    Task RecordedAsync() => Eventually.TrueAsync(() => _api.Captures.Count == 0);

    async Task SayAsync(Guid id, string verdict) =>
        (await _api.Client.PostAsJsonAsync($"/v1/feedback/{id}", new { verdict })).EnsureSuccessStatusCode();

    async Task<InferenceRecord> RecordAsync(Guid id) => (await _api.Client.GetFromJsonAsync<InferenceRecord>($"/v1/inferences/{id}"))!;

    async Task<Page<InferenceRecord>> ListAsync(string query) => (await _api.Client.GetFromJsonAsync<Page<InferenceRecord>>($"/v1/inferences?{query}"))!;
}
