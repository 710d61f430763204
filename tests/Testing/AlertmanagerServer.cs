using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace AspireMl.Testing;

/// <summary>Alertmanager with the repository's configuration.</summary>
public sealed class AlertmanagerServer : IAsyncDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("aspireml-alertmanager-").FullName;
    readonly Process _process;
    readonly HttpClient _client;

    AlertmanagerServer()
    {
        var port = FreePort.Next();
        Address = new($"http://127.0.0.1:{port}");
        _client = new() { BaseAddress = Address };
        _process = Process.Start(new ProcessStartInfo("prometheus-alertmanager",
        [
            $"--config.file={ConfigurationPath}",
            $"--storage.path={_folder}",
            $"--web.listen-address=127.0.0.1:{port}",
            "--cluster.listen-address=",
            "--log.level=error",
        ]))!;
    }

    /// <summary>The file of its configuration.</summary>
    public static string ConfigurationPath => Path.Combine(PrometheusServer.Folder, "alertmanager.yml");

    /// <summary>Where it is.</summary>
    public Uri Address { get; }

    /// <summary>Starts it and waits until it answers.</summary>
    public static async Task<AlertmanagerServer> StartAsync()
    {
        var server = new AlertmanagerServer();
        await Eventually.AnsweredAsync(server._client, "/-/ready");
        return server;
    }

    /// <summary>The names of the alerts that it has been told of and that still hold.</summary>
    public async Task<IReadOnlyList<string>> AlertsAsync()
    {
        var alerts = await _client.GetFromJsonAsync<JsonElement>("/api/v2/alerts");
        return [.. alerts.EnumerateArray().Select(alert => alert.GetProperty("labels").GetProperty("alertname").GetString()!)];
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _client.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
