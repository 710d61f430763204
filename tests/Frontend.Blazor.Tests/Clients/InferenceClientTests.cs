using System.Net;
using AspireMl.Contracts.Clients;
using AspireMl.Frontend.Blazor.Tests.Testing;
using Microsoft.AspNetCore.Http;

namespace AspireMl.Frontend.Blazor.Tests.Clients;

public sealed class InferenceClientTests : IAsyncLifetime, IDisposable
{
    FakeInferenceApi _api = null!;
    HttpClient _http = null!;

    InferenceClient Client => new(_http);

    public async Task InitializeAsync()
    {
        _api = await FakeInferenceApi.StartAsync();
        _http = new() { BaseAddress = new(_api.Address) };
    }

    [Fact]
    public async Task A_question_an_answer_a_verdict_and_the_image_come_through()
    {
        byte[] bytes = [0xFF, 0xD8, 0xFF, 1, 2, 3];
        var answer = await Client.AskAsync(new(new MemoryStream(bytes), "image/jpeg", "page.jpg"), "What is the total?");
        await Client.GiveFeedbackAsync(answer.InferenceId, "incorrect", "GBP 40.00");
        var record = await Client.GetInferenceAsync(answer.InferenceId);
        using var image = await Client.GetImageAsync(answer.InferenceId);
        using var copy = new MemoryStream();
        await image.Content.CopyToAsync(copy);

        Assert.Equal((answer.Answer, SamplePages.Total), (record.Answer, record.Evidence[0].Box));
        Assert.Equal(("incorrect", "GBP 40.00"), (record.Feedback!.Verdict, record.Feedback.Expected));
        Assert.Equal(("image/jpeg", bytes.Length), (image.MediaType, (int)image.Length!));
        Assert.Equal(bytes, copy.ToArray());
    }

    [Fact]
    public async Task A_refusal_carries_the_problems_sentence_and_status()
    {
        _api.Refusal = FakeInferenceApi.Problem(StatusCodes.Status422UnprocessableEntity, "No text was found on this page.");
        var refusal = await Assert.ThrowsAsync<ApiException>(() => Client.ListModelsAsync());

        Assert.Equal(("No text was found on this page.", HttpStatusCode.UnprocessableEntity, false), (refusal.Message, refusal.Status, refusal.IsTransient));
    }

    [Fact]
    public async Task A_refusal_without_a_problem_gets_a_sentence_of_its_own()
    {
        _api.Refusal = Results.Text("<h1>Bad gateway</h1>", "text/html", statusCode: StatusCodes.Status502BadGateway);
        var refusal = await Assert.ThrowsAsync<ApiException>(() => Client.ListModelsAsync());

        Assert.Equal("The service answered with status 502 and no explanation.", refusal.Message);
        Assert.True(refusal.IsTransient);
    }

    [Fact]
    public async Task An_answer_that_is_no_json_is_told_as_such()
    {
        _api.Refusal = Results.Text("{ nonsense", "application/json");
        var refusal = await Assert.ThrowsAsync<ApiException>(() => Client.ListModelsAsync());

        Assert.Contains("could not be understood", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_is_gone_is_unreachable()
    {
        await _api.DisposeAsync();
        var refusal = await Assert.ThrowsAsync<ApiException>(() => Client.ListModelsAsync());

        Assert.Null(refusal.Status);
        Assert.Equal("Unreachable", (await new HealthClient(_http).GetAsync()).Status);
    }

    [Fact]
    public async Task Cancelling_is_not_told_as_a_failure()
    {
        _api.Gate = new();
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Client.AskAsync(new(new MemoryStream([1]), "image/jpeg", "page.jpg"), "What?", cancellation: soon.Token));
    }

    [Fact]
    public async Task Health_tells_the_named_checks()
    {
        var health = await new HealthClient(_http).GetAsync();

        Assert.Equal("Healthy", health.Status);
        Assert.Equal(new("database", "Healthy", "PostgreSQL 18 answers."), health.Checks.Single(check => check.Name == "database"));
    }

    public async Task DisposeAsync() => await _api.DisposeAsync();

    public void Dispose() => _http.Dispose();
}
