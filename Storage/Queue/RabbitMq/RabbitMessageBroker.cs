using System.Text;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;

namespace AspireMl.Storage.Queue.RabbitMq;

/// <summary>A queue in RabbitMQ 3.10 or newer.</summary>
sealed class RabbitMessageBroker(string connectionString, ILogger<RabbitMessageBroker> logger) : IMessageBroker, IAsyncDisposable
{
    readonly RabbitConnection _connection = new(connectionString);

    public Task DeclareAsync(string service, CancellationToken cancellation)
    {
        MessageRules.CheckService(service);
        return RunAsync((channel, cancellation) => RabbitTopology.DeclareAsync(channel, service, cancellation), cancellation);
    }

    public Task PublishAsync(string service, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        MessageRules.CheckMessage(service, body);
        return PublishAsync(RabbitTopology.Jobs, service, body, [], cancellation);
    }

    public IAsyncDisposable Subscribe(string service, int prefetch, Func<Delivery, CancellationToken, Task<Settlement>> handler)
    {
        MessageRules.CheckSubscription(service, prefetch);
        return new RabbitSubscription(_connection, this, service, (ushort)prefetch, handler, logger);
    }

    public Task<long> CountWaitingAsync(string service, CancellationToken cancellation) => CountAsync(RabbitTopology.QueueOf(service), cancellation);

    public Task<long> CountDeadAsync(CancellationToken cancellation) => CountAsync(RabbitTopology.Dead, cancellation);

    public async Task<IReadOnlyList<DeadLetter>> TakeDeadAsync(int limit, CancellationToken cancellation)
    {
        List<DeadLetter> taken = [];
        await RunAsync(
            async (channel, cancellation) =>
            {
                taken.Clear();
                BasicGetResult? last = null;
                while (taken.Count < limit && await channel.BasicGetAsync(RabbitTopology.Dead, autoAck: false, cancellation) is { } dead)
                {
                    taken.Add(new(dead.RoutingKey, dead.Body.ToArray(), ReasonOf(dead)));
                    last = dead;
                }

                if (last is not null)
                {
                    await channel.BasicAckAsync(last.DeliveryTag, multiple: true, cancellation);
                }
            },
            cancellation);
        return taken;
    }

    /// <summary>Publishes and waits for the broker's confirmation.</summary>
    public async Task PublishAsync(string exchange, string service, ReadOnlyMemory<byte> body, Dictionary<string, object?> headers, CancellationToken cancellation)
    {
        var blocked = _connection.Blocked;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, blocked);
        try
        {
            either.Token.ThrowIfCancellationRequested();
            await RunAsync(
                async (channel, cancellation) => await channel.BasicPublishAsync(
                    exchange, service, mandatory: true, new BasicProperties { Persistent = true, ContentType = "application/json", Headers = headers }, body, cancellation),
                either.Token);
        }
        catch (OperationCanceledException failure) when (blocked.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            // The confirmation would not come before the broker has room again.
            throw new StorageUnavailableException("The queue takes no messages now, as RabbitMQ is short of disk or memory; try again later.", failure);
        }
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    static string ReasonOf(BasicGetResult dead) => dead.BasicProperties.Headers switch
    {
        { } headers when headers.TryGetValue(RabbitTopology.ReasonHeader, out var reason) && reason is byte[] text => Encoding.UTF8.GetString(text),
        { } headers when headers.ContainsKey("x-death") => "It was delivered too often without an end.",
        _ => DeadReasons.UnknownService(dead.RoutingKey),
    };

    async Task<long> CountAsync(string queue, CancellationToken cancellation) =>
        await _connection.RunAsync(async (channel, cancellation) => (long)await channel.MessageCountAsync(queue, cancellation), cancellation);

    Task<bool> RunAsync(Func<IChannel, CancellationToken, Task> work, CancellationToken cancellation) => _connection.RunAsync(
        async (channel, cancellation) =>
        {
            await work(channel, cancellation);
            return true;
        },
        cancellation);
}
