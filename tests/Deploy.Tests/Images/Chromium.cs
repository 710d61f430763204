using System.Diagnostics;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using AspireMl.Testing;

namespace AspireMl.Deploy.Tests.Images;

/// <summary>A browser at one page, driven through its DevTools.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    readonly DirectoryInfo _profile = Directory.CreateTempSubdirectory("aspireml-chromium-");
    readonly ClientWebSocket _page = new();
    readonly Process _process;

    Chromium(Uri address)
    {
        var program = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";
        string[] arguments = ["--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0", $"--user-data-dir={_profile.FullName}", $"{address}"];
        _process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        _process.ErrorDataReceived += static (_, _) => { };
        _process.BeginErrorReadLine();
    }

    public static async Task<Chromium> OpenAsync(Uri address)
    {
        var browser = new Chromium(address);
        var port = Path.Combine(browser._profile.FullName, "DevToolsActivePort");
        await Eventually.TrueAsync(() => File.Exists(port) && File.ReadLines(port).Any());
        using var http = new HttpClient();
        var pages = await http.GetFromJsonAsync<JsonArray>($"http://127.0.0.1:{File.ReadLines(port).First()}/json/list");
        var page = pages!.First(page => $"{page!["type"]}" == "page");
        await browser._page.ConnectAsync(new($"{page!["webSocketDebuggerUrl"]}"), CancellationToken.None);
        await Eventually.TrueAsync(async () => $"{await browser.EvaluateAsync("document.readyState + ' ' + location")}" == $"complete {address}");
        return browser;
    }

    /// <summary>Evaluates an expression in the page and returns its value, awaited if it is a promise; null when the page went away meanwhile.</summary>
    public async Task<JsonNode?> EvaluateAsync(string expression)
    {
        var call = new { id = 1, method = "Runtime.evaluate", @params = new { expression, awaitPromise = true, returnByValue = true } };
        await _page.SendAsync(JsonSerializer.SerializeToUtf8Bytes(call), WebSocketMessageType.Text, true, CancellationToken.None);
        var answer = new MemoryStream();
        WebSocketReceiveResult part;
        do
        {
            var buffer = new byte[4096];
            part = await _page.ReceiveAsync(buffer, CancellationToken.None);
            answer.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return JsonNode.Parse(answer.ToArray())!["result"]?["result"]!["value"];
    }

    public async ValueTask DisposeAsync()
    {
        _page.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _profile.Delete(recursive: true);
    }
}
