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

    [Fact]
    public async Task What_is_published_while_the_disk_is_full_is_refused_at_once_and_taken_again_afterwards()
    {
        var broker = await OpenAsync();
        await broker.DeclareAsync("full", CancellationToken.None);
        await broker.PublishAsync("full", "1"u8.ToArray(), CancellationToken.None);
        await fixture.Server.RequireFreeDiskAsync(long.MaxValue);
        try
        {
            for (var attempt = 0; attempt < 2; attempt++)
            {
                var refused = await Assert.ThrowsAsync<StorageUnavailableException>(() => broker.PublishAsync("full", "2"u8.ToArray(), CancellationToken.None));
                Assert.Contains("short of disk", refused.Message, StringComparison.Ordinal);
            }
        }
        finally
        {
            await fixture.Server.RequireFreeDiskAsync(1);
        }

        await Eventually.TrueAsync(async () =>
        {
            try
            {
                await broker.PublishAsync("full", "3"u8.ToArray(), CancellationToken.None);
                return true;
            }
            catch (StorageUnavailableException)
            {
                return false;
            }
        });
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
