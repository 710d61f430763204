using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AspireMl.Contracts.Monitoring;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AspireMl.Monitoring.Worker.Tests.Harness;

/// <summary>Receives webhooks, turns some away, and checks their signatures.</summary>
sealed class Receiver : IAsyncDisposable
{
    public const string Secret = "a secret of enough characters";

    readonly ConcurrentQueue<AlertEvent> _accepted = new();
    readonly WebApplication _app;
    int _refusals;

    Receiver(WebApplication app) => _app = app;

    public string Url => _app.Urls.First() + "/alerts";

    public IReadOnlyList<AlertEvent> Accepted => [.. _accepted];

    /// <summary>How many requests came, the refused ones included.</summary>
    public int Requests;

    /// <summary>How many ids of deliveries the requests carried.</summary>
    public ConcurrentDictionary<string, int> Ids { get; } = new();

    public static async Task<Receiver> StartAsync(int refusals = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var receiver = new Receiver(builder.Build()) { _refusals = refusals };
        receiver._app.MapPost("/alerts", receiver.ReceiveAsync);
        await receiver._app.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    async Task<IResult> ReceiveAsync(HttpRequest request)
    {
        Interlocked.Increment(ref Requests);
        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync();
        var (id, timestamp) = (request.Headers["webhook-id"].ToString(), request.Headers["webhook-timestamp"].ToString());
        Ids.AddOrUpdate(id, 1, (_, count) => count + 1);
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{id}.{timestamp}.{body}"));
        if (request.Headers["webhook-signature"] != "v1," + Convert.ToBase64String(hash))
        {
            return Results.Unauthorized();
        }

        if (Interlocked.Decrement(ref _refusals) >= 0)
        {
            return Results.StatusCode(StatusCodes.Status500InternalServerError);
        }

        _accepted.Enqueue(JsonSerializer.Deserialize<AlertEvent>(body, JsonSerializerOptions.Web)!);
        return Results.NoContent();
    }
}
