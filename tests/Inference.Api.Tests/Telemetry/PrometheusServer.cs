using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using AspireMl.Testing;

namespace AspireMl.Inference.Api.Tests.Telemetry;

/// <summary>Prometheus with the repository's configuration, but for the port of the service and the pace.</summary>
sealed class PrometheusServer : IAsyncDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("aspireml-prometheus-").FullName;
    readonly Process _process;
    readonly HttpClient _client;

    PrometheusServer(Uri service)
    {
        var port = FreePort();
        var configuration = Path.Combine(_folder, "prometheus.yml");
        File.WriteAllText(configuration, ConfigurationFor(service));
        _client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        _process = Process.Start(new ProcessStartInfo("prometheus",
        [
            $"--config.file={configuration}",
            $"--storage.tsdb.path={Path.Combine(_folder, "data")}",
            $"--web.listen-address=127.0.0.1:{port}",
            "--log.level=error",
        ]))!;
    }

    public static string ConfigurationPath => Path.Combine(RepositoryRoot.Path, "prometheus", "prometheus.yml");

    public static async Task<PrometheusServer> StartAsync(Uri service)
    {
        var server = new PrometheusServer(service);
        await Eventually.TrueAsync(server.IsReadyAsync);
        return server;
    }

    /// <summary>The samples of the answer; a bad query throws Prometheus' own words.</summary>
    public async Task<IReadOnlyList<double>> QueryAsync(string expression)
    {
        using var response = await _client.PostAsync("/api/v1/query", new FormUrlEncodedContent([new("query", expression)]));
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(response.IsSuccessStatusCode, $"{expression}\n{answer}");
        return [.. answer.GetProperty("data").GetProperty("result").EnumerateArray()
            .Select(series => double.Parse(series.GetProperty("value")[1].GetString()!, CultureInfo.InvariantCulture))];
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _client.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    static string ConfigurationFor(Uri service) => File.ReadAllText(ConfigurationPath)
        .Replace("localhost:5080", service.Authority, StringComparison.Ordinal)
        .Replace("scrape_interval: 5s", "scrape_interval: 1s", StringComparison.Ordinal)
        .Replace("scrape_timeout: 4s", "scrape_timeout: 1s", StringComparison.Ordinal);

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    async Task<bool> IsReadyAsync()
    {
        try
        {
            using var response = await _client.GetAsync("/-/ready");
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
