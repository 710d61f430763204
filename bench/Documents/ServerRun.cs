using AspireMl.Contracts.Clients;
using AspireMl.Testing;

namespace AspireMl.Bench.Documents;

/// <summary>Inference.Api in a process of its own, with a real PostgreSQL, as the AppHost would run it.</summary>
internal sealed class ServerRun : IAsyncDisposable
{
    readonly PostgresServer _database;
    readonly ServiceProcess _process;
    readonly string _folder;

    ServerRun(PostgresServer database, ServiceProcess process, string folder)
    {
        _database = database;
        _process = process;
        _folder = folder;
        Client = new(process.Client);
    }

    /// <summary>Asks it.</summary>
    public InferenceClient Client { get; }

    /// <summary>Its resident memory in MiB, now.</summary>
    public double MemoryMiB => _process.ResidentBytes / 1048576.0;

    /// <summary>The service's root.</summary>
    public HttpClient Http => _process.Client;

    /// <summary>Starts both and waits until the models are ready.</summary>
    /// <param name="settings">Configuration of the service, as environment variables.</param>
    public static async Task<ServerRun> StartAsync(params IEnumerable<(string Name, string Value)> settings)
    {
        var folder = Directory.CreateTempSubdirectory("bench-").FullName;
        var database = await PostgresServer.StartNewAsync();
        try
        {
            var process = await ServiceProcess.StartAsync(
                "Inference.Api",
                [
                    ("ConnectionStrings__database", await database.CreateDatabaseAsync()),
                    ("Objects__Path", Path.Combine(folder, "objects")),
                    ("Capture__Path", Path.Combine(folder, "capture")),
                    ("MALLOC_ARENA_MAX", "2"),
                    .. settings,
                ]);
            return new(database, process, folder);
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
