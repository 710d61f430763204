using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;

namespace AspireMl.Bench.Faults;

/// <summary>Asks for rows, images and jobs at a steady rate, and keeps what came of each.</summary>
internal sealed class Askers(Product product, byte[] row, IReadOnlyList<byte[]> images) : IAsyncDisposable
{
    const string Model = "roast-quality";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    readonly CancellationTokenSource _stopping = new();
    readonly ConcurrentQueue<Asked> _asked = [];
    readonly List<Task> _running = [];
    int _number;

    public IReadOnlyList<Asked> All => [.. _asked];

    public void Start()
    {
        var job = JsonSerializer.SerializeToUtf8Bytes(new { model = Model, payload = JsonElement.Parse(row) });
        _running.Add(KeepAsync(TimeSpan.FromMilliseconds(50), () => AskAsync(Asked.Row, () => Json($"/v1/tabular/{Model}/predict", row), answer => answer.GetProperty("predictions")[0].GetProperty("inferenceId").GetGuid())));
        _running.Add(KeepAsync(TimeSpan.FromMilliseconds(100), () => AskAsync(Asked.Job, () => Json("/v1/jobs", job), answer => answer.GetProperty("jobId").GetGuid())));
        _running.Add(KeepAsync(TimeSpan.FromMilliseconds(500), () => AskAsync(Asked.Image, NextImage, answer => answer.GetProperty("inferenceId").GetGuid())));
    }

    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        await Task.WhenAll(_running);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stopping.Dispose();
    }

    // Requests go out at their times, whether the ones before are answered or not.
    async Task KeepAsync(TimeSpan every, Func<Task> ask)
    {
        List<Task> open = [];
        using var timer = new PeriodicTimer(every);
        try
        {
            while (await timer.WaitForNextTickAsync(_stopping.Token))
            {
                open.RemoveAll(asked => asked.IsCompletedSuccessfully);
                open.Add(ask());
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(open);
        }
    }

    async Task AskAsync(string kind, Func<HttpRequestMessage> request, Func<JsonElement, Guid> idOf)
    {
        var (status, id) = (0, (Guid?)null);
        try
        {
            using var timeout = new CancellationTokenSource(Patience);
            using var message = request();
            using var response = await product.Api.Client.SendAsync(message, timeout.Token);
            status = (int)response.StatusCode;
            id = response.IsSuccessStatusCode ? idOf(await response.Content.ReadFromJsonAsync<JsonElement>(timeout.Token)) : null;
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            // Nothing answered: the status stays 0.
        }

        _asked.Enqueue(new(kind, DateTimeOffset.UtcNow, status, id));
    }

    static HttpRequestMessage Json(string path, byte[] body) =>
        new(HttpMethod.Post, path) { Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } } };

    // Other bytes after its end make it another image, which has to be stored.
    HttpRequestMessage NextImage()
    {
        var turn = Interlocked.Increment(ref _number);
        byte[] image = [.. images[turn % images.Count], .. BitConverter.GetBytes(turn)];
        return new(HttpMethod.Post, "/v1/images/classify") { Content = new MultipartFormDataContent { { new ByteArrayContent(image), "image", "image" } } };
    }
}
