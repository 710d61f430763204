using System.Net;
using System.Net.Http.Json;
using System.Text;
using AspireMl.Contracts.Inferences;
using AspireMl.Inference.Api.Tests.Harness;
using AspireMl.Testing;

namespace AspireMl.Inference.Api.Tests.Inferences;

[Collection(SharedPostgres.Name)]
public sealed class FeedbackTests(PostgresFixture postgres) : IAsyncLifetime
{
    InferenceApi _api = null!;

    public async Task InitializeAsync() => _api = await InferenceApi.Start(await postgres.Server.CreateDatabaseAsync()).ReadyAsync();

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Fact]
    public async Task The_last_word_wins()
    {
        var answer = await _api.Client.AskAsync();

        await SaidAsync(answer.InferenceId, """{"verdict":"correct"}""");
        await SaidAsync(answer.InferenceId, """{"verdict":"incorrect","expected":"13.00"}""");
        await Eventually.TrueAsync(() => _api.Captures.Count == 0);

        var record = await _api.Client.GetFromJsonAsync<InferenceRecord>($"/v1/inferences/{answer.InferenceId}");
        Assert.Equal(("incorrect", "13.00"), (record!.Feedback!.Verdict, record.Feedback.Expected));
        Assert.InRange(record.Feedback.GivenAt!.Value, record.CreatedAt, DateTimeOffset.UtcNow);
    }

    [Theory]
    [InlineData("""{"verdict":"maybe"}""")]
    [InlineData("""{"verdict":"None"}""")]
    [InlineData("""{"verdict":null}""")]
    [InlineData("""{"verdict":5}""")]
    [InlineData("""{"expected":"13.00"}""")]
    [InlineData("""{"verdict":"incorrect","expected":"a\u0000b"}""")]
    [InlineData("""{"verdict":"incorrect","expected":["a"]}""")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("{\"verdict\":\"correct\"")]
    public async Task What_is_not_feedback_is_refused(string body) => await RefusedAsync(400, body);

    [Fact]
    public async Task A_long_right_answer_is_refused()
    {
        await RefusedAsync(400, $$"""{"verdict":"incorrect","expected":"{{new string('e', 1001)}}"}""");
        await RefusedAsync(413, $$"""{"verdict":"incorrect","expected":"{{new string('e', 20_000)}}"}""");
    }

    [Fact]
    public async Task Feedback_must_be_json()
    {
        var answer = await _api.Client.AskAsync();
        using var content = new StringContent("verdict=correct", Encoding.UTF8, "application/x-www-form-urlencoded");
        using var response = await _api.Client.PostAsync($"/v1/feedback/{answer.InferenceId}", content);
        await response.AssertProblemAsync(415);
    }

    [Theory]
    [InlineData("0199c9a0-0000-7000-8000-000000000000")]
    [InlineData("none")]
    public async Task Feedback_on_an_unknown_inference_is_not_found(string id)
    {
        using var response = await _api.Client.PostAsJsonAsync($"/v1/feedback/{id}", new { verdict = "correct" });
        await response.AssertProblemAsync(404);
    }

    async Task SaidAsync(Guid id, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _api.Client.PostAsync($"/v1/feedback/{id}", content);
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }

    async Task RefusedAsync(int status, string body)
    {
        var answer = await _api.Client.AskAsync();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _api.Client.PostAsync($"/v1/feedback/{answer.InferenceId}", content);
        await response.AssertProblemAsync(status);
    }
}
