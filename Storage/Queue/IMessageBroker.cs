namespace AspireMl.Storage.Queue;

/// <summary>
/// A durable queue with named services as its consumers. Delivery is at least once: a message that is handled twice is
/// told apart by what it says, never by the queue. Safe for use by many threads.
/// </summary>
/// <remarks>Every member throws <see cref="StorageUnavailableException"/> while the queue cannot be reached.</remarks>
public interface IMessageBroker
{
    /// <summary>Makes a service known, so that messages to it wait for a consumer. A second call changes nothing.</summary>
    /// <param name="service">A name that <see cref="ServiceName.IsValid"/> accepts.</param>
    /// <param name="cancellation">Gives up.</param>
    Task DeclareAsync(string service, CancellationToken cancellation);

    /// <summary>Puts a message into a service's queue and returns once it is safely there.</summary>
    /// <param name="service">The service; a message to an unknown one goes to the dead letters.</param>
    /// <param name="body">What to deliver; 8 MiB at most.</param>
    /// <param name="cancellation">Gives up; the message is then there or not.</param>
    /// <exception cref="ArgumentException">The name is none, or the body too large.</exception>
    Task PublishAsync(string service, ReadOnlyMemory<byte> body, CancellationToken cancellation);

    /// <summary>Consumes a service's messages until disposed of, also across outages of the queue.</summary>
    /// <param name="service">The service; it is declared.</param>
    /// <param name="prefetch">Most messages that are held, and handled, at once; 1 to 1,000.</param>
    /// <param name="handler">
    /// Says what becomes of a message. What it throws gives the message back to be delivered again soon. Its token says
    /// that the subscription is being disposed of: finish, or give the message back.
    /// </param>
    /// <returns>Dispose of it to stop: it waits for the handlers.</returns>
    IAsyncDisposable Subscribe(string service, int prefetch, Func<Delivery, CancellationToken, Task<Settlement>> handler);

    /// <summary>Messages of a service that wait for a consumer, without those that are being handled.</summary>
    Task<long> CountWaitingAsync(string service, CancellationToken cancellation);

    /// <summary>Messages that nobody could handle.</summary>
    Task<long> CountDeadAsync(CancellationToken cancellation);

    /// <summary>Takes up to so many messages off the dead letters, oldest first, to be looked at or sent again.</summary>
    Task<IReadOnlyList<DeadLetter>> TakeDeadAsync(int limit, CancellationToken cancellation);

    /// <summary>Forgets dead letters that died before a time, oldest first. A queue that cannot be asked for their age forgets none; with RabbitMQ a policy of the server's, <c>message-ttl</c>, does it.</summary>
    /// <param name="time">The time.</param>
    /// <param name="limit">Most dead letters that this call forgets, at least 1.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>How many were forgotten; fewer than the limit when no more are as old.</returns>
    Task<int> DeleteDeadBeforeAsync(DateTimeOffset time, int limit, CancellationToken cancellation) => Task.FromResult(0);
}
