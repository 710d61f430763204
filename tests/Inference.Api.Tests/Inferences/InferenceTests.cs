using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AspireMl.Contracts.Inferences;
using AspireMl.Contracts.Paging;
using AspireMl.Inference.Api.Tests.Harness;
using AspireMl.Testing;

namespace AspireMl.Inference.Api.Tests.Inferences;

[Collection(SharedPostgres.Name)]
public sealed class InferenceTests(PostgresFixture postgres) : IAsyncLifetime
{
    InferenceApi _api = null!;

    public async Task InitializeAsync() => _api = await InferenceApi.Start(await postgres.Server.CreateDatabaseAsync()).ReadyAsync();

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Fact]
    public async Task Every_answer_is_recorded_with_all_that_made_it()
    {
        var image = Forms.Png(7);
        var answer = await _api.Client.AskAsync(image, "  What is \"the\" total? ");
        await RecordedAsync(1);

        var record = await _api.Client.GetFromJsonAsync<InferenceRecord>($"/v1/inferences/{answer.InferenceId}");

        Assert.Equal("document-question", record!.Task);
        Assert.Equal(answer.Model, record.Model);
        Assert.Equal(Storage.Objects.ObjectKey.Of(image), record.InputHash);
        Assert.Equal("image/png", record.MediaType);
        Assert.Equal("What is \"the\" total?", record.Question);
        Assert.Equal((answer.Answer, answer.Confidence, answer.Page, answer.Timings), (record.Answer, record.Confidence, record.Page, record.Timings));
        Assert.Equal(answer.Evidence, record.Evidence);
        Assert.Equal(["TOTAL", "12.50"], record.Words!.Select(word => word.Text));
        Assert.Equal(0.5, record.Features!["confidence_lead"]);
        Assert.Equal(2, record.Features!["ocr_words"]);
        Assert.Null(record.Feedback);
    }

    [Fact]
    public async Task An_answer_can_be_read_before_it_is_recorded()
    {
        var answer = await _api.Client.AskAsync();
        var record = await _api.Client.GetFromJsonAsync<InferenceRecord>($"/v1/inferences/{answer.InferenceId}");
        Assert.Equal(answer.InferenceId, record!.InferenceId);
    }

    [Fact]
    public async Task Lists_are_newest_first_in_pages_and_without_words()
    {
        for (var seed = 0; seed < 5; seed++)
        {
            await _api.Client.AskAsync(Forms.Png(seed), $"Question {seed}?");
        }

        await RecordedAsync(5);
        var first = await _api.Client.GetFromJsonAsync<Page<InferenceRecord>>("/v1/inferences?limit=3");
        var second = await _api.Client.GetFromJsonAsync<Page<InferenceRecord>>($"/v1/inferences?limit=3&cursor={first!.NextCursor}");

        Assert.Equal(["Question 4?", "Question 3?", "Question 2?"], first.Items.Select(item => item.Question));
        Assert.Equal(["Question 1?", "Question 0?"], second!.Items.Select(item => item.Question));
        Assert.Null(second.NextCursor);
        Assert.All(first.Items, item => Assert.Null(item.Words));
    }

    [Fact]
    public async Task Lists_are_filtered()
    {
        var answer = await _api.Client.AskAsync();
        await RecordedAsync(1);
        (await _api.Client.PostAsJsonAsync($"/v1/feedback/{answer.InferenceId}", new { verdict = "correct" })).EnsureSuccessStatusCode();

        Assert.Equal(1, await CountAsync("model=span-reader&task=document-question&verdict=correct&from=2020-01-01&to=2999-12-31T23:59:59Z"));
        Assert.Equal(0, await CountAsync("verdict=incorrect"));
        Assert.Equal(0, await CountAsync("model=other"));
        Assert.Equal(0, await CountAsync("from=2999-01-01T00:00:00.123Z"));
        Assert.Equal(0, await CountAsync("to=2020-01-01T00:00%2B02:00"));
        Assert.Equal(1, await CountAsync("model=&verdict=&cursor=&limit="));

        async Task<int> CountAsync(string query) => (await _api.Client.GetFromJsonAsync<Page<InferenceRecord>>($"/v1/inferences?{query}"))!.Items.Count;
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=201")]
    [InlineData("limit=-1")]
    [InlineData("limit=ten")]
    [InlineData("limit=99999999999999999999")]
    [InlineData("limit=1&limit=2")]
    [InlineData("cursor=x")]
    [InlineData("cursor=%27%3B+drop+table+inferences%3B+--")]
    [InlineData("from=yesterday")]
    [InlineData("to=2026-13-01")]
    [InlineData("verdict=maybe")]
    [InlineData("task=other")]
    [InlineData("model=%00")]
    public async Task A_query_that_is_not_one_is_refused(string query)
    {
        using var response = await _api.Client.GetAsync($"/v1/inferences?{query}");
        await response.AssertProblemAsync(400);
    }

    [Theory]
    [InlineData("/v1/inferences/0199c9a0-0000-7000-8000-000000000000")]
    [InlineData("/v1/inferences/0199c9a0-0000-7000-8000-000000000000/image")]
    [InlineData("/v1/inferences/..%2f..%2fetc%2fpasswd/image")]
    [InlineData("/v1/inferences/none")]
    public async Task An_unknown_inference_is_not_found(string path)
    {
        using var response = await _api.Client.GetAsync(path);
        await response.AssertProblemAsync(404);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_image_comes_back_as_it_was_sent(bool recorded)
    {
        var image = Forms.Png(3, 5000);
        var answer = await _api.Client.AskAsync(image);
        if (recorded)
        {
            await RecordedAsync(1);
        }

        using var response = await _api.Client.GetAsync($"/v1/inferences/{answer.InferenceId}/image");

        Assert.Equal(image, await response.Content.ReadAsByteArrayAsync());
        Assert.Equal("image/png", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal($"\"{Storage.Objects.ObjectKey.Of(image)}\"", response.Headers.ETag!.Tag);
        using var again = new HttpRequestMessage(HttpMethod.Get, response.RequestMessage!.RequestUri);
        again.Headers.IfNoneMatch.Add(response.Headers.ETag);
        Assert.Equal(HttpStatusCode.NotModified, (await _api.Client.SendAsync(again)).StatusCode);
    }

    [Fact]
    public async Task An_image_is_kept_once_however_often_it_is_asked_about()
    {
        for (var question = 0; question < 3; question++)
        {
            await _api.Client.AskAsync(Forms.Png(1), $"Question {question}?");
        }

        await RecordedAsync(3);
        Assert.Single(Directory.GetFiles(Path.Combine(_api.Folder, "objects"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Reading_changes_nothing()
    {
        var answer = await _api.Client.AskAsync();
        await RecordedAsync(1);
        var before = await _api.Client.GetStringAsync("/v1/inferences");
        foreach (var path in (string[])[$"/v1/inferences/{answer.InferenceId}", $"/v1/inferences/{answer.InferenceId}/image", "/v1/models", "/health", "/metrics"])
        {
            (await _api.Client.GetAsync(path)).EnsureSuccessStatusCode();
        }

        using var feedbackByGet = await _api.Client.GetAsync($"/v1/feedback/{answer.InferenceId}");
        await feedbackByGet.AssertProblemAsync(405);
        Assert.Equal(before, await _api.Client.GetStringAsync("/v1/inferences"));
    }

    [Fact]
    public async Task The_contract_is_described()
    {
        var paths = JsonDocument.Parse(await _api.Client.GetStringAsync("/openapi/v1.json")).RootElement.GetProperty("paths");

        foreach (var (path, method) in ((string, string)[])
            [
                ("/v1/documents/ask", "post"), ("/v1/documents/ocr", "post"), ("/v1/feedback/{inferenceId}", "post"), ("/v1/inferences", "get"),
                ("/v1/inferences/{id}", "get"), ("/v1/inferences/{id}/image", "get"), ("/v1/models", "get"), ("/v1/models/{name}", "get"),
                ("/v1/models/{name}/versions/{version}", "get"),
            ])
        {
            Assert.NotEmpty(paths.GetProperty(path).GetProperty(method).GetProperty("summary").GetString()!);
        }
    }

    Task RecordedAsync(int count) =>
        Eventually.TrueAsync(async () => (await _api.Client.GetFromJsonAsync<Page<InferenceRecord>>("/v1/inferences"))!.Items.Count == count && _api.Captures.Count == 0);
}
