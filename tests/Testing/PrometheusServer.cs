using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace AspireMl.Testing;

/// <summary>Prometheus as a container starts it, with the repository's configuration, but for the pace.</summary>
public sealed class PrometheusServer : IAsyncDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("aspireml-prometheus-").FullName;
    readonly Process _process;
    readonly HttpClient _client;

    PrometheusServer(IEnumerable<(string Job, Uri Service)> services, Uri? alertmanager)
    {
        var port = FreePort.Next();
        var start = new ProcessStartInfo("sh",
        [
            WriteConfiguration(),
            $"--storage.tsdb.path={Path.Combine(_folder, "data")}",
            $"--web.listen-address=127.0.0.1:{port}",
            "--log.level=error",
        ]);
        start.Environment["PROMETHEUS_CONFIG"] = Path.Combine(_folder, "started");
        start.Environment["ALERTMANAGER_URL"] = $"{alertmanager ?? new("http://localhost:9")}";
        foreach (var (job, service) in services)
        {
            start.Environment[$"TARGET_{job.Replace('-', '_')}"] = service.ToString();
        }

        Address = new($"http://127.0.0.1:{port}");
        _client = new() { BaseAddress = Address };
        _process = Process.Start(start)!;
    }

    /// <summary>The folder of the configuration.</summary>
    public static string Folder => Path.Combine(RepositoryRoot.Path, "prometheus");

    public static string ConfigurationPath => Path.Combine(Folder, "prometheus.yml");

    /// <summary>Where it is.</summary>
    public Uri Address { get; }

    /// <summary>Starts it and waits until it answers.</summary>
    /// <param name="services">The names of the services and where they are.</param>
    /// <param name="alertmanager">Who is told of alerts.</param>
    public static async Task<PrometheusServer> StartAsync(IReadOnlyList<(string Job, Uri Service)> services, Uri? alertmanager = null)
    {
        var server = new PrometheusServer(services, alertmanager);
        await Eventually.AnsweredAsync(server._client, "/-/ready");
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

    // What start.sh copies, faster than a person would want it.
    string WriteConfiguration()
    {
        foreach (var file in Directory.GetFiles(Folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_folder, Path.GetRelativePath(Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.WriteAllText(copy, File.ReadAllText(file)
                .Replace("scrape_interval: 5s", "scrape_interval: 1s", StringComparison.Ordinal)
                .Replace("scrape_timeout: 4s", "scrape_timeout: 1s", StringComparison.Ordinal)
                .Replace("evaluation_interval: 15s", "evaluation_interval: 1s", StringComparison.Ordinal));
        }

        return Path.Combine(_folder, "start.sh");
    }
}
