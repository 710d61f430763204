using AspireMl.Contracts.Clients;
using AspireMl.Storage.Queue;
using AspireMl.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AspireMl.Simulator.Tests.Harness;

/// <summary>The service on a real port with a real queue in a database of its own, and datasets that a test steers.</summary>
sealed class SimulatorService : WebApplicationFactory<Program>
{
    readonly string _connectionString;
    readonly IReadOnlyList<(string Key, string Value)> _settings;

    SimulatorService(string connectionString, FakeDatasets datasets, IReadOnlyList<(string Key, string Value)> settings)
    {
        (_connectionString, Datasets, _settings) = (connectionString, datasets, settings);
    }

    public FakeDatasets Datasets { get; }

    public SimulatorClient Client { get; private set; } = null!;

    public HttpClient Http { get; private set; } = null!;

    public IMessageBroker Queue => Services.GetRequiredService<IMessageBroker>();

    public static async Task<SimulatorService> StartAsync(PostgresServer server, params IReadOnlyList<(string Key, string Value)> settings)
    {
        var service = new SimulatorService(await server.CreateDatabaseAsync(), await FakeDatasets.StartAsync(), settings);
        await service.ListenAsync();
        service.Http = service.CreateClient();
        service.Client = new(service.Http);
        await Eventually.TrueAsync(async () => (await service.Http.GetAsync("/health")).IsSuccessStatusCode);
        return service;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Datasets.DisposeAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("ConnectionStrings:database", _connectionString);
        builder.UseSetting("services:retraining-worker:http:0", Datasets.Address);
        builder.UseSetting("Simulator:Interval", "00:00:00.020");
        builder.UseSetting("Simulator:LabelDelay", "00:00:00");
        builder.UseSetting("Simulator:TrainingRows", "40");
        builder.UseSetting("Simulator:TestingRows", "20");
        foreach (var (key, value) in _settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureLogging(logging => logging.ClearProviders());
    }
}
