using AspireMl.Testing;

namespace AspireMl.Simulator.Tests.Harness;

/// <summary>One database server for all tests.</summary>
public sealed class SimulatorFixture : IAsyncLifetime
{
    public PostgresServer Server { get; private set; } = null!;

    public async Task InitializeAsync() => Server = await PostgresServer.StartNewAsync();

    public async Task DisposeAsync() => await Server.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class SharedServer : ICollectionFixture<SimulatorFixture>
{
    public const string Name = "PostgreSQL";
}
