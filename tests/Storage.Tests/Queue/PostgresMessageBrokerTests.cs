using AspireMl.Storage.PostgreSql;
using AspireMl.Storage.Queue;
using AspireMl.Storage.Queue.PostgreSql;
using AspireMl.Storage.Tests.PostgreSql;
using AspireMl.Testing;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;

namespace AspireMl.Storage.Tests.Queue;

/// <summary>A server of the class's own, because one test kills it.</summary>
public sealed class PostgresQueueServer : IAsyncLifetime
{
    public PostgresServer Server { get; private set; } = null!;

    public async Task InitializeAsync() => Server = await PostgresServer.StartNewAsync();

    public async Task DisposeAsync() => await Server.DisposeAsync();
}

public sealed class PostgresMessageBrokerTests(PostgresQueueServer fixture) : MessageBrokerContract, IClassFixture<PostgresQueueServer>, IAsyncLifetime
{
    static readonly TimeSpan ShortLease = TimeSpan.FromSeconds(2);

    readonly List<PostgresDatabase> _clients = [];
    string _connectionString = "";

    public async Task InitializeAsync() => _connectionString = await fixture.Server.CreateDatabaseAsync();

    public async Task DisposeAsync()
    {
        foreach (var client in _clients)
        {
            await client.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_handler_that_takes_longer_than_the_lease_keeps_its_message()
    {
        var queue = await OpenAsync();
        await queue.DeclareAsync("slow", default);
        await queue.PublishAsync("slow", Body("x"), default);
        var attempts = 0;
        var done = new TaskCompletionSource();
        await using var one = queue.Subscribe("slow", 1, HandleAsync);
        await using var two = queue.Subscribe("slow", 1, HandleAsync);

        await done.Task.WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal(1, attempts);

        async Task<Settlement> HandleAsync(Delivery delivery, CancellationToken stopping)
        {
            Interlocked.Increment(ref attempts);
            await Task.Delay(ShortLease * 1.5, CancellationToken.None);
            done.TrySetResult();
            return Settlement.Done;
        }
    }

    [Fact]
    public async Task Old_dead_letters_go_oldest_first_and_the_others_stay()
    {
        var queue = await OpenAsync();
        foreach (var number in Enumerable.Range(0, 4))
        {
            await queue.PublishAsync("nobody", Body($"{number}"), default);
        }

        await _clients[^1].RunAsync(
            (connection, _) => connection.ExecuteAsync(
                """
                update queue_dead_letters set died_at = died_at - interval '40 days'
                where dead_letter_id <> (select max(dead_letter_id) from queue_dead_letters)
                """),
            default);
        var time = DateTimeOffset.UtcNow.AddDays(-30);

        Assert.Equal(2, await queue.DeleteDeadBeforeAsync(time, 2, default));
        Assert.Equal(1, await queue.DeleteDeadBeforeAsync(time, 2, default));
        Assert.Equal(0, await queue.DeleteDeadBeforeAsync(time, 2, default));

        Assert.Equal(Body("3"), Assert.Single(await queue.TakeDeadAsync(10, default)).Body.ToArray());
    }

    protected override Task<IMessageBroker> OpenAsync()
    {
        var client = Databases.Open(_connectionString);
        _clients.Add(client);
        return Task.FromResult<IMessageBroker>(new PostgresMessageBroker(client, NullLogger<PostgresMessageBroker>.Instance, ShortLease));
    }

    protected override async Task RestartServerAsync()
    {
        await fixture.Server.KillAsync();
        await fixture.Server.StartAsync();
    }

    protected override async Task TakeAndDieAsync(string service)
    {
        await using var dying = Databases.Open(_connectionString);
        var held = await dying.RunAsync(
            async (connection, _) => (await connection.QueryAsync<HeldMessage>(QueueStatements.Take, new { service, lease = ShortLease, limit = 1 })).AsList(),
            default);
        Assert.Single(held);
    }
}
