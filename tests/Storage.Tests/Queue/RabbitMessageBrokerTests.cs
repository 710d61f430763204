using AspireMl.Storage.Queue;
using AspireMl.Storage.Queue.RabbitMq;
using AspireMl.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using RabbitMQ.Client;

namespace AspireMl.Storage.Tests.Queue;

public sealed class RabbitMqFixture : IAsyncLifetime
{
    public RabbitMqServer Server { get; private set; } = null!;

    public async Task InitializeAsync() => Server = await RabbitMqServer.StartNewAsync();

    public async Task DisposeAsync() => await Server.DisposeAsync();
}

public sealed class RabbitMessageBrokerTests(RabbitMqFixture fixture) : MessageBrokerContract, IClassFixture<RabbitMqFixture>, IAsyncLifetime
{
    readonly List<RabbitMessageBroker> _clients = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var client in _clients)
        {
            await client.DisposeAsync();
        }
    }

    protected override Task<IMessageBroker> OpenAsync()
    {
        var client = new RabbitMessageBroker(fixture.Server.ConnectionString, NullLogger<RabbitMessageBroker>.Instance);
        _clients.Add(client);
        return Task.FromResult<IMessageBroker>(client);
    }

    protected override async Task RestartServerAsync()
    {
        await fixture.Server.StopAsync();
        await fixture.Server.StartAsync();
    }

    protected override async Task TakeAndDieAsync(string service)
    {
        var factory = new ConnectionFactory { Uri = new(fixture.Server.ConnectionString), AutomaticRecoveryEnabled = false };
        await using var connection = await factory.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        Assert.NotNull(await channel.BasicGetAsync(RabbitTopology.QueueOf(service), autoAck: false));
        await connection.AbortAsync();
    }
}
