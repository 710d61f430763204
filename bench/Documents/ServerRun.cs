using AspireMl.Bench.Load;
using AspireMl.Contracts.Clients;
using AspireMl.Testing;

namespace AspireMl.Bench.Documents;

/// <summary>Inference.Api in a process of its own, with a PostgreSQL of its own.</summary>
internal sealed class ServerRun : IAsyncDisposable
{
    readonly PostgresServer _database;
    readonly ApiRun _api;

    ServerRun(PostgresServer database, ApiRun api)
    {
        _database = database;
        _api = api;
        Client = new(api.Http);
    }

    /// <summary>Asks it.</summary>
    public InferenceClient Client { get; }

    /// <summary>The service's root.</summary>
    public HttpClient Http => _api.Http;

    /// <summary>Starts both and waits until the models are ready.</summary>
    /// <param name="settings">Configuration of the service, as environment variables.</param>
    public static async Task<ServerRun> StartAsync(params IEnumerable<(string Name, string Value)> settings)
    {
        var database = await PostgresServer.StartNewAsync();
        try
        {
            return new(database, await ApiRun.StartAsync(await database.CreateDatabaseAsync(), settings));
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>The service's memory, now.</summary>
    public Task<ProcessMemory> MemoryAsync() => _api.MemoryAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _api.DisposeAsync();
        await _database.DisposeAsync();
    }
}
