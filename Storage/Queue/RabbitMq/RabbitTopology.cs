using System.Globalization;
using RabbitMQ.Client;

namespace AspireMl.Storage.Queue.RabbitMq;

/// <summary>
/// The exchanges and queues. All are durable, all queues are quorum queues, and what one passes on it keeps until the
/// next has confirmed it.
/// </summary>
static class RabbitTopology
{
    public const string Jobs = "aspireml.jobs";
    public const string Dead = "aspireml.jobs.dead";

    /// <summary>Header: why a message is dead.</summary>
    public const string ReasonHeader = "reason";

    /// <summary>Header: deliveries before the message was published again.</summary>
    public const string AttemptsHeader = "attempts";

    /// <summary>Header that quorum queues count redeliveries in.</summary>
    public const string DeliveryCountHeader = "x-delivery-count";

    // A handler counts attempts itself; this is for messages that end the process before it can.
    const int MostDeliveries = 1000;

    // A queue keeps one time to live for all its messages, so that none waits behind a slower one.
    static readonly TimeSpan[] Delays =
        [TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1)];

    public static string QueueOf(string service) => $"{Jobs}.{service}";

    /// <summary>The exchange that delivers again after the delay or a little later, one minute at most.</summary>
    public static string DelayExchange(TimeSpan delay) => DelayName(Delays.FirstOrDefault(step => step >= delay, Delays[^1]));

    /// <summary>Declares what all services share.</summary>
    public static async Task DeclareAsync(IChannel channel, CancellationToken cancellation)
    {
        await channel.ExchangeDeclareAsync(Dead, ExchangeType.Fanout, durable: true, cancellationToken: cancellation);
        await channel.QueueDeclareAsync(Dead, durable: true, exclusive: false, autoDelete: false, Quorum(), cancellationToken: cancellation);
        await channel.QueueBindAsync(Dead, Dead, "", cancellationToken: cancellation);

        // What no queue is bound for is dead, not lost.
        var otherwise = new Dictionary<string, object?> { ["alternate-exchange"] = Dead };
        await channel.ExchangeDeclareAsync(Jobs, ExchangeType.Direct, durable: true, autoDelete: false, otherwise, cancellationToken: cancellation);
        foreach (var delay in Delays)
        {
            var name = DelayName(delay);
            var arguments = Quorum(Jobs);
            arguments["x-message-ttl"] = (long)delay.TotalMilliseconds;
            await channel.ExchangeDeclareAsync(name, ExchangeType.Fanout, durable: true, cancellationToken: cancellation);
            await channel.QueueDeclareAsync(name, durable: true, exclusive: false, autoDelete: false, arguments, cancellationToken: cancellation);
            await channel.QueueBindAsync(name, name, "", cancellationToken: cancellation);
        }
    }

    /// <summary>Declares a service's queue.</summary>
    public static async Task DeclareAsync(IChannel channel, string service, CancellationToken cancellation)
    {
        var arguments = Quorum(Dead);
        arguments["x-delivery-limit"] = MostDeliveries;
        await channel.QueueDeclareAsync(QueueOf(service), durable: true, exclusive: false, autoDelete: false, arguments, cancellationToken: cancellation);
        await channel.QueueBindAsync(QueueOf(service), Jobs, service, cancellationToken: cancellation);
    }

    static string DelayName(TimeSpan delay) => string.Create(CultureInfo.InvariantCulture, $"{Jobs}.delay.{delay.TotalMilliseconds:0}");

    static Dictionary<string, object?> Quorum() => new() { ["x-queue-type"] = "quorum" };

    static Dictionary<string, object?> Quorum(string deadLetterExchange) => new()
    {
        ["x-queue-type"] = "quorum",
        ["x-dead-letter-exchange"] = deadLetterExchange,
        ["x-dead-letter-strategy"] = "at-least-once",
        ["x-overflow"] = "reject-publish",
    };
}
