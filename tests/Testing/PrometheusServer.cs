using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace AspireMl.Testing;

/// <summary>Prometheus with the repository's configuration, but for the ports of the services and the pace.</summary>
public sealed class PrometheusServer : IAsyncDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("aspireml-prometheus-").FullName;
    readonly Process _process;
    readonly HttpClient _client;

    PrometheusServer(IEnumerable<(int Port, Uri Service)> services)
    {
        var port = FreePort();
        var configuration = Path.Combine(_folder, "prometheus.yml");
        File.WriteAllText(configuration, ConfigurationFor(services));
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

    /// <summary>Starts it and waits until it answers.</summary>
    /// <param name="services">The port that the configuration names for a service, and where it is.</param>
    public static async Task<PrometheusServer> StartAsync(params IReadOnlyList<(int Port, Uri Service)> services)
    {
        var server = new PrometheusServer(services);
        await Eventually.TrueAsync(server.IsReadyAsync);
        return server;
    }

    /// <summary>The samples of the answer; a bad query throws Prometheus' own words.</summary>
    public async Task<IReadOnlyList<double>> QueryAsync(string expression)
    {
        using var response = await _client.PostAsync("/api/v1/query", new FormUrlEncodedContent([new("query", expression)]));
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        if (!response.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{expression}\n{answer}");
        }

        return [.. answer.GetProperty("data").GetProperty("result").EnumerateArray()
            .Select(series => double.Parse(series.GetProperty("value")[1].GetString()!, CultureInfo.InvariantCulture))];
    }

    /// <summary>Those of some queries that give nothing.</summary>
    public async Task<IReadOnlyList<PanelQuery>> EmptyOnesAsync(IEnumerable<PanelQuery> queries)
    {
        List<PanelQuery> empty = [];
        foreach (var query in queries)
        {
            if ((await QueryAsync(query.Filled)).All(double.IsNaN))
            {
                empty.Add(query);
            }
        }

        return empty;
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

    static string ConfigurationFor(IEnumerable<(int Port, Uri Service)> services) => services
        .Aggregate(File.ReadAllText(ConfigurationPath), (text, service) => text.Replace($"localhost:{service.Port}", service.Service.Authority, StringComparison.Ordinal))
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
