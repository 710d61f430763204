using System.Globalization;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace AspireMl.Storage.Queue.RabbitMq;

/// <summary>Consumes on a channel of its own, and opens a new one with growing waits when that breaks.</summary>
sealed class RabbitSubscription : IAsyncDisposable
{
    readonly RabbitConnection _connection;
    readonly RabbitMessageBroker _broker;
    readonly string _service;
    readonly ushort _prefetch;
    readonly Func<Delivery, CancellationToken, Task<Settlement>> _handler;
    readonly ILogger _logger;
    readonly CancellationTokenSource _stopping = new();
    readonly Task _consuming;

    public RabbitSubscription(
        RabbitConnection connection, RabbitMessageBroker broker, string service, ushort prefetch, Func<Delivery, CancellationToken, Task<Settlement>> handler, ILogger logger)
    {
        (_connection, _broker, _service, _prefetch, _handler, _logger) = (connection, broker, service, prefetch, handler, logger);
        _consuming = Task.Run(() => Consumption.KeepAsync(service, ConsumeAsync, logger, _stopping.Token));
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _consuming;
        _stopping.Dispose();
    }

    async Task ConsumeAsync(Action atWork, CancellationToken stopping)
    {
        await using var channel = await _connection.OpenChannelAsync(stopping);
        await RabbitTopology.DeclareAsync(channel, _service, stopping);
        await channel.BasicQosAsync(0, _prefetch, global: false, stopping);
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        channel.ChannelShutdownAsync += (_, _) =>
        {
            ended.TrySetResult();
            return Task.CompletedTask;
        };
        using var settling = new SemaphoreSlim(1, 1);
        using var room = new SemaphoreSlim(_prefetch);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += async (_, received) =>
        {
            // The body is the client's buffer, and gone when this returns.
            var delivery = new Delivery(_service, received.Body.ToArray(), AttemptOf(received.BasicProperties.Headers));
            await room.WaitAsync(CancellationToken.None);
            _ = Task.Run(() => HandleAsync(channel, delivery, received.DeliveryTag, settling, room), CancellationToken.None);
        };
        var tag = await channel.BasicConsumeAsync(RabbitTopology.QueueOf(_service), autoAck: false, consumer, stopping);
        atWork();

        await using (stopping.UnsafeRegister(_ => ended.TrySetResult(), null))
        {
            await ended.Task;
        }

        if (channel.IsOpen)
        {
            await channel.BasicCancelAsync(tag, noWait: false, CancellationToken.None);
        }

        for (var slot = 0; slot < _prefetch; slot++)
        {
            await room.WaitAsync(CancellationToken.None);
        }
    }

    async Task HandleAsync(IChannel channel, Delivery delivery, ulong tag, SemaphoreSlim settling, SemaphoreSlim room)
    {
        try
        {
            var settlement = await Handling.RunAsync(_handler, delivery, _logger, _stopping.Token);
            await PassOnAsync(delivery, settlement);
            await settling.WaitAsync(CancellationToken.None);
            try
            {
                await (settlement is Settlement.Retried { Delay.Ticks: 0 }
                    ? channel.BasicNackAsync(tag, multiple: false, requeue: true, CancellationToken.None)
                    : channel.BasicAckAsync(tag, multiple: false, CancellationToken.None));
            }
            finally
            {
                settling.Release();
            }
        }
        catch (Exception failure)
        {
            // The broker still holds it for this channel, and delivers it again when the channel ends.
            Consumption.LogNotSettled(_logger, _service, failure.Message);
            await channel.AbortAsync();
        }
        finally
        {
            room.Release();
        }
    }

    // Published and confirmed before the original is acknowledged: a message may be there twice, but never not at all.
    Task PassOnAsync(Delivery delivery, Settlement settlement) => settlement switch
    {
        Settlement.Rejected { Reason: var reason } => _broker.PublishAsync(
            RabbitTopology.Dead, _service, delivery.Body, new() { [RabbitTopology.ReasonHeader] = reason }, CancellationToken.None),
        Settlement.Retried { Delay: { Ticks: > 0 } delay } => _broker.PublishAsync(
            RabbitTopology.DelayExchange(delay), _service, delivery.Body, new() { [RabbitTopology.AttemptsHeader] = delivery.Attempt }, CancellationToken.None),
        _ => Task.CompletedTask,
    };

    static int AttemptOf(IDictionary<string, object?>? headers) =>
        1 + NumberOf(headers, RabbitTopology.AttemptsHeader) + NumberOf(headers, RabbitTopology.DeliveryCountHeader);

    static int NumberOf(IDictionary<string, object?>? headers, string name) =>
        headers is not null && headers.TryGetValue(name, out var value) && value is IConvertible number ? number.ToInt32(CultureInfo.InvariantCulture) : 0;
}
