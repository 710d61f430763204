using System.Text.Json;

namespace AspireMl.Bench.Load;

/// <summary>A bare endpoint that reads JSON and writes it back, on the same web server as the product's.</summary>
internal static class EchoServer
{
    public static Uri Path { get; } = new("/echo", UriKind.Relative);

    public static async Task RunAsync(string address, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(address);
        await using var app = builder.Build();
        app.MapGet("/health", () => TypedResults.Ok());
        app.MapPost(Path.OriginalString, (JsonElement body) => TypedResults.Ok(body));
        await app.StartAsync(cancellation);
        await app.WaitForShutdownAsync(cancellation);
    }
}
