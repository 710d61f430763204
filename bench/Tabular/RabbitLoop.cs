using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace AspireMl.Bench.Tabular;

/// <summary>RabbitMQ's client alone: publishes with confirms to a quorum queue, consumes, acknowledges.</summary>
internal sealed class RabbitLoop : IAsyncDisposable
{
    public const int Prefetch = 64;
    const int InFlight = 64;
    const string Queue = "bench.bare";

    readonly IConnection _connection;
    readonly IChannel _publisher;
    readonly IChannel _consumer;
    int _left;
    TaskCompletionSource _done = new();

    RabbitLoop(IConnection connection, IChannel publisher, IChannel consumer)
    {
        _connection = connection;
        _publisher = publisher;
        _consumer = consumer;
    }

    public static async Task<RabbitLoop> OpenAsync(string address, CancellationToken cancellation)
    {
        var factory = new ConnectionFactory { Uri = new(address), ConsumerDispatchConcurrency = Prefetch };
        var connection = await factory.CreateConnectionAsync(cancellation);
        var loop = new RabbitLoop(
            connection,
            await connection.CreateChannelAsync(new(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), cancellation),
            await connection.CreateChannelAsync(cancellationToken: cancellation));
        await loop._consumer.QueueDeclareAsync(
            Queue, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" }, cancellationToken: cancellation);
        await loop._consumer.BasicQosAsync(0, Prefetch, global: false, cancellation);
        var events = new AsyncEventingBasicConsumer(loop._consumer);
        events.ReceivedAsync += loop.AcknowledgeAsync;
        await loop._consumer.BasicConsumeAsync(Queue, autoAck: false, events, cancellation);
        return loop;
    }

    /// <summary>Publishes the messages and waits until each has come back.</summary>
    public async Task RunAsync(byte[][] messages, CancellationToken cancellation)
    {
        _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref _left, messages.Length);
        await PublishAsync("", Queue, messages, cancellation);
        await _done.Task.WaitAsync(cancellation);
    }

    /// <summary>Publishes the messages and waits until each is confirmed.</summary>
    public Task PublishAsync(string exchange, string key, byte[][] messages, CancellationToken cancellation) => Parallel.ForEachAsync(
        messages,
        new ParallelOptions { MaxDegreeOfParallelism = InFlight, CancellationToken = cancellation },
        async (message, cancellation) => await _publisher.BasicPublishAsync(exchange, key, mandatory: true, new BasicProperties { Persistent = true }, message, cancellation));

    public async ValueTask DisposeAsync()
    {
        await _publisher.DisposeAsync();
        await _consumer.DisposeAsync();
        await _connection.DisposeAsync();
    }

    async Task AcknowledgeAsync(object sender, BasicDeliverEventArgs delivery)
    {
        await _consumer.BasicAckAsync(delivery.DeliveryTag, multiple: false);
        if (Interlocked.Decrement(ref _left) == 0)
        {
            _done.TrySetResult();
        }
    }
}
