using System.Diagnostics;
using AspireMl.Contracts.Clients;
using AspireMl.Testing;

namespace AspireMl.Bench.Documents;

/// <summary>Inference.Api in a process of its own, with a real PostgreSQL, as the AppHost would run it.</summary>
internal sealed class ServerRun : IAsyncDisposable
{
    readonly PostgresServer _database;
    readonly Process _process;
    readonly HttpClient _http;
    readonly string _folder;

    ServerRun(PostgresServer database, Process process, HttpClient http, string folder)
    {
        _database = database;
        _process = process;
        _http = http;
        _folder = folder;
        Client = new(http);
    }

    /// <summary>Asks it.</summary>
    public InferenceClient Client { get; }

    /// <summary>Its resident memory in MiB, now.</summary>
    public double MemoryMiB
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1048576.0;
        }
    }

    /// <summary>The service's root.</summary>
    public HttpClient Http => _http;

    /// <summary>Starts both and waits until the models are ready.</summary>
    /// <param name="settings">Configuration of the service, as environment variables.</param>
    public static async Task<ServerRun> StartAsync(params (string Name, string Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("bench-").FullName;
        var database = await PostgresServer.StartNewAsync();
        var connectionString = await database.CreateDatabaseAsync();
        var address = $"http://127.0.0.1:{FreePort.Next()}";
        var start = new ProcessStartInfo("dotnet", [Program(), "--urls", address]) { RedirectStandardOutput = true, WorkingDirectory = RepositoryRoot.Path };
        start.Environment["ConnectionStrings__database"] = connectionString;
        start.Environment["Objects__Path"] = Path.Combine(folder, "objects");
        start.Environment["Capture__Path"] = Path.Combine(folder, "capture");
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        var http = new HttpClient { BaseAddress = new(address), Timeout = TimeSpan.FromMinutes(2) };
        var run = new ServerRun(database, process, http, folder);
        try
        {
            await run.ReadyAsync();
            return run;
        }
        catch
        {
            await run.DisposeAsync();
            throw;
        }
    }

    async Task ReadyAsync()
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < TimeSpan.FromMinutes(2); await Task.Delay(200))
        {
            try
            {
                using var response = await _http.GetAsync(new Uri("/health", UriKind.Relative));
                if (response.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }

        throw new TimeoutException("Inference.Api did not become ready within two minutes.");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _http.Dispose();
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    static string Program() => Path.Combine(RepositoryRoot.Path, "artifacts", "bin", "Inference.Api", Configuration, "Inference.Api.dll");

#if DEBUG
    const string Configuration = "debug";
#else
    const string Configuration = "release";
#endif
}
