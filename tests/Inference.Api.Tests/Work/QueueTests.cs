using System.Net;
using AspireMl.Inference.Api.Tests.Harness;
using AspireMl.Testing;

namespace AspireMl.Inference.Api.Tests.Work;

/// <summary>One worker and room for two, so that the fourth request at once is one too many.</summary>
[Collection(SharedPostgres.Name)]
public sealed class QueueTests(PostgresFixture postgres) : IAsyncLifetime
{
    InferenceApi _api = null!;

    public async Task InitializeAsync() =>
        _api = await InferenceApi.Start(await postgres.Server.CreateDatabaseAsync(), ("Work:Workers", "1"), ("Work:Capacity", "2")).ReadyAsync();

    public async Task DisposeAsync()
    {
        _api.Models.Gate.Set();
        await _api.DisposeAsync();
    }

    [Fact]
    public async Task A_full_queue_refuses_at_once_with_a_time_to_retry()
    {
        var inside = await FillAsync();

        using var refused = await _api.Client.PostAsync("/v1/documents/ask", Forms.Ask());
        await refused.AssertProblemAsync(429);
        using var ocrRefused = await _api.Client.PostAsync("/v1/documents/ocr", Forms.Image(Forms.Png()));
        await ocrRefused.AssertProblemAsync(429);

        _api.Models.Gate.Set();
        Assert.All(await Task.WhenAll(inside), response => Assert.Equal(HttpStatusCode.OK, response.StatusCode));
        await _api.Client.AskAsync();
    }

    [Fact]
    public async Task A_full_queue_leaves_the_rest_of_the_service_alone()
    {
        var inside = await FillAsync();

        Assert.Equal(HttpStatusCode.OK, (await _api.Client.GetAsync("/health")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _api.Client.GetAsync("/v1/inferences")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _api.Client.GetAsync("/v1/models")).StatusCode);

        _api.Models.Gate.Set();
        await Task.WhenAll(inside);
    }

    [Fact]
    public async Task A_client_that_goes_away_stops_its_work()
    {
        _api.Models.Gate.Reset();
        using var leaving = new CancellationTokenSource();
        var request = _api.Client.PostAsync("/v1/documents/ask", Forms.Ask(), leaving.Token);
        await Eventually.TrueAsync(() => _api.Models.InProgress == 1);

        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        await Eventually.TrueAsync(() => _api.Models.Cancelled == 1);
        _api.Models.Gate.Set();
        await _api.Client.AskAsync();
    }

    [Fact]
    public async Task A_client_that_goes_away_while_it_waits_makes_room_at_once()
    {
        using var leaving = new CancellationTokenSource();
        var inside = await FillAsync(leaving.Token);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => inside[1]);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => inside[2]);

        // The one worker is still busy with the first request, and the two places are free again.
        await Eventually.TrueAsync(async () =>
        {
            using var response = await _api.Client.PostAsync("/v1/documents/ocr", Forms.Image([1]));
            return response.StatusCode == HttpStatusCode.UnprocessableEntity;
        });
        Assert.Equal(0, _api.Models.Cancelled);
        _api.Models.Gate.Set();
        await inside[0];
        Assert.Equal(0, _api.Models.InProgress);
    }

    [Fact]
    public async Task Uploads_beyond_the_memory_set_aside_are_refused_before_they_are_read()
    {
        await using var api = await InferenceApi.Start(
            await postgres.Server.CreateDatabaseAsync(), ("Work:Workers", "1"), ("Uploads:MaxBytesInMemory", "3000")).ReadyAsync();
        api.Models.Gate.Reset();
        var first = api.Client.PostAsync("/v1/documents/ask", Forms.Ask(Forms.Png(length: 2000)));
        await Eventually.TrueAsync(() => api.Models.InProgress == 1);

        using var refused = await api.Client.PostAsync("/v1/documents/ask", Forms.Ask(Forms.Png(length: 2000)));
        await refused.AssertProblemAsync(429);

        api.Models.Gate.Set();
        (await first).EnsureSuccessStatusCode();
        await api.Client.AskAsync(Forms.Png(length: 2000));
    }

    // One in the worker's hands and two waiting; only the later two are bound to the token.
    async Task<Task<HttpResponseMessage>[]> FillAsync(CancellationToken leaving = default)
    {
        _api.Models.Gate.Reset();
        var first = _api.Client.PostAsync("/v1/documents/ask", Forms.Ask(), CancellationToken.None);
        await Eventually.TrueAsync(() => _api.Models.InProgress == 1);
        Task<HttpResponseMessage>[] waiting =
            [_api.Client.PostAsync("/v1/documents/ask", Forms.Ask(), leaving), _api.Client.PostAsync("/v1/documents/ask", Forms.Ask(), leaving)];
        await Eventually.TrueAsync(() => _api.Queue.Waiting == 2);
        return [first, .. waiting];
    }
}
