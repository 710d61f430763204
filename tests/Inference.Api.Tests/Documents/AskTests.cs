using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AspireMl.Contracts.Documents;
using AspireMl.Inference.Api.Tests.Harness;
using AspireMl.Modeling.Documents.Readers;

namespace AspireMl.Inference.Api.Tests.Documents;

[Collection(SharedPostgres.Name)]
public sealed class AskTests(PostgresFixture postgres) : IAsyncLifetime
{
    InferenceApi _api = null!;

    public async Task InitializeAsync() => _api = await InferenceApi.Start(await postgres.Server.CreateDatabaseAsync()).ReadyAsync();

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Fact]
    public async Task Ask_answers_with_evidence_confidence_page_model_and_timings()
    {
        using var response = await _api.Client.PostAsync("/v1/documents/ask", Forms.Ask());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(7, answer.GetProperty("inferenceId").GetGuid().Version);
        Assert.Equal("span-reader", answer.GetProperty("model").GetProperty("name").GetString());
        Assert.Equal("1.10.0-rc.1", answer.GetProperty("model").GetProperty("version").GetString());
        Assert.Equal("12.50", answer.GetProperty("answer").GetString());
        Assert.Equal(0.9, answer.GetProperty("confidence").GetDouble());
        var evidence = answer.GetProperty("evidence")[0];
        Assert.Equal(1, evidence.GetProperty("page").GetInt32());
        Assert.Equal("""{"x":80,"y":20,"width":40,"height":12}""", evidence.GetProperty("box").GetRawText());
        Assert.Equal("""{"width":800,"height":1200}""", answer.GetProperty("page").GetRawText());
        var timings = answer.GetProperty("timings");
        Assert.Equal((11, 900), (timings.GetProperty("decodeMs").GetDouble(), timings.GetProperty("ocrMs").GetDouble()));
        Assert.True(timings.GetProperty("totalMs").GetDouble() >= timings.GetProperty("readMs").GetDouble());
    }

    [Fact]
    public async Task A_question_without_an_answer_is_answered_with_null()
    {
        _api.Models.Reading = DocumentReading.None;

        var answer = await _api.Client.AskAsync();

        Assert.Equal((null, 0), (answer.Answer, answer.Confidence));
        Assert.Empty(answer.Evidence);
        Assert.Equal(new PageSize(800, 1200), answer.Page);
    }

    [Fact]
    public async Task A_model_can_be_chosen_by_name()
    {
        using var response = await _api.Client.PostAsync("/v1/documents/ask", Forms.Ask(model: "layoutlmv3"));

        Assert.Equal(new("layoutlmv3", "2.0.0"), (await response.Content.ReadFromJsonAsync<DocumentAnswer>())!.Model);
    }

    [Theory]
    [InlineData("no-such-model")]
    [InlineData("../../etc/passwd")]
    public async Task A_model_that_is_not_there_is_refused(string model)
    {
        using var response = await _api.Client.PostAsync("/v1/documents/ask", Forms.Ask(model: model));
        await response.AssertProblemAsync(422);
    }

    [Fact]
    public async Task A_page_without_text_cannot_be_asked_about()
    {
        _api.Models.Lines = [];

        using var response = await _api.Client.PostAsync("/v1/documents/ask", Forms.Ask());

        Assert.Contains("No text", await response.AssertProblemAsync(422), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ocr_returns_lines_and_words_in_order()
    {
        using var response = await _api.Client.PostAsync("/v1/documents/ocr", Forms.Image(Forms.Png()));

        var result = await response.Content.ReadFromJsonAsync<OcrResult>();
        Assert.Equal(new PageSize(800, 1200), result!.Page);
        Assert.Equivalent(FakeModels.Line, Assert.Single(result.Lines), strict: true);
    }

    [Fact]
    public async Task Ocr_of_an_empty_page_has_no_lines()
    {
        _api.Models.Lines = [];

        using var response = await _api.Client.PostAsync("/v1/documents/ocr", Forms.Image(Forms.Png()));

        Assert.Empty((await response.Content.ReadFromJsonAsync<OcrResult>())!.Lines);
    }

    [Fact]
    public async Task Pages_of_other_sites_may_not_read_the_answers()
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "/v1/documents/ask");
        request.Headers.Add("Origin", "https://elsewhere.example");
        request.Headers.Add("Access-Control-Request-Method", "POST");

        using var response = await _api.Client.SendAsync(request);

        Assert.DoesNotContain(response.Headers, header => header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_failure_inside_gives_no_insides_away()
    {
        _api.Models.Failure = new InvalidOperationException("secret detail");

        using var response = await _api.Client.PostAsync("/v1/documents/ask", Forms.Ask());

        var body = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.DoesNotContain("secret detail", body, StringComparison.Ordinal);
        _api.Models.Failure = null;
        await _api.Client.AskAsync();
    }
}
