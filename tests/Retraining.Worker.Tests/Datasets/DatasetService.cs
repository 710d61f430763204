using System.Net.Http.Json;
using AspireMl.Contracts.Datasets;
using AspireMl.Retraining.Worker.Tests.Harness;
using AspireMl.Testing;

namespace AspireMl.Retraining.Worker.Tests.Datasets;

/// <summary>One service with a database of its own for all tests of datasets; each test has its own dataset.</summary>
public sealed class DatasetService : IAsyncLifetime
{
    PostgresServer? _server;
    RetrainingWorker? _worker;

    internal RetrainingWorker Worker => _worker ?? throw new InvalidOperationException("The service is not started yet.");

    public async Task InitializeAsync()
    {
        _server = await PostgresServer.StartNewAsync();
        _worker = await RetrainingWorker.StartAsync(
            await _server.CreateDatabaseAsync(), ("Datasets:MaxJsonBytes", "1048576"), ("Datasets:MaxRowBytes", "4096"), ("Datasets:ListedRejections", "5"));
    }

    public async Task DisposeAsync()
    {
        await Worker.DisposeAsync();
        await _server!.DisposeAsync();
    }

    /// <summary>An empty dataset under a name of its own.</summary>
    internal async Task<TestDataset> CreateAsync(DatasetSchema? schema = null)
    {
        var name = $"test-{Guid.NewGuid():N}";
        using var response = await Worker.Client.PutAsJsonAsync($"/v1/datasets/{name}", schema ?? Uploads.Schema);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return new(name, Worker.Client);
    }
}

[CollectionDefinition(Name)]
public sealed class SharedDatasetService : ICollectionFixture<DatasetService>
{
    public const string Name = "Datasets";
}
