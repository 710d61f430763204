using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using AspireMl.Storage.Queue;

namespace AspireMl.Storage.Tests.Queue;

/// <summary>What every provider of the queue does, shown on a real server.</summary>
public abstract class MessageBrokerContract
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly string _service = $"s-{Guid.NewGuid():N}";

    /// <summary>Opens a client of the server; each has connections of its own.</summary>
    protected abstract Task<IMessageBroker> OpenAsync();

    /// <summary>Ends the server and starts it again on the same data.</summary>
    protected abstract Task RestartServerAsync();

    /// <summary>Takes one message as a consumer that dies before it settles it.</summary>
    protected abstract Task TakeAndDieAsync(string service);

    [Fact]
    public async Task A_message_is_delivered_to_its_service_as_it_was_published()
    {
        var queue = await OpenAsync();
        var received = new ConcurrentQueue<Delivery>();
        await queue.DeclareAsync(_service, default);
        await queue.DeclareAsync(_service + "-other", default);
        await queue.PublishAsync(_service, Body("grüße"), default);
        await queue.PublishAsync(_service + "-other", Body("not mine"), default);
        Assert.Equal(1, await queue.CountWaitingAsync(_service, default));

        await using (queue.Subscribe(_service, 2, Collect(received)))
        {
            await UntilAsync(() => received.Count == 1);
        }

        Assert.Equal((_service, "grüße", 1), (received.Single().Service, Text(received.Single().Body), received.Single().Attempt));
        Assert.Equal(0, await queue.CountWaitingAsync(_service, default));
    }

    [Fact]
    public async Task A_message_published_later_wakes_the_consumer()
    {
        var queue = await OpenAsync();
        var received = new ConcurrentQueue<Delivery>();
        await using var subscription = queue.Subscribe(_service, 1, Collect(received));
        await queue.DeclareAsync(_service, default);

        for (var number = 1; number <= 3; number++)
        {
            await queue.PublishAsync(_service, Body($"{number}"), default);
            await UntilAsync(() => received.Count == number);
        }

        Assert.Equal(["1", "2", "3"], received.Select(delivery => Text(delivery.Body)));
    }

    [Fact]
    public async Task No_more_than_the_prefetch_is_handled_at_once()
    {
        var queue = await OpenAsync();
        await PublishAsync(queue, 12);
        int now = 0, most = 0, done = 0;
        await using var subscription = queue.Subscribe(_service, 3, async (_, _) =>
        {
            var current = Interlocked.Increment(ref now);
            InterlockedMax(ref most, current);
            await Task.Delay(20, CancellationToken.None);
            Interlocked.Decrement(ref now);
            Interlocked.Increment(ref done);
            return Settlement.Done;
        });

        await UntilAsync(() => done == 12);

        Assert.InRange(most, 2, 3);
    }

    [Fact]
    public async Task Two_consumers_share_the_messages_and_neither_gets_all()
    {
        var (one, two) = (await OpenAsync(), await OpenAsync());
        var (first, second) = (new ConcurrentQueue<string>(), new ConcurrentQueue<string>());
        await using var a = one.Subscribe(_service, 1, SlowlyInto(first));
        await using var b = two.Subscribe(_service, 1, SlowlyInto(second));

        await PublishAsync(one, 40);
        await UntilAsync(() => first.Count + second.Count >= 40);

        Assert.Equal(Enumerable.Range(0, 40).Select(number => $"{number}").Order(), first.Concat(second).Order());
        Assert.InRange(first.Count, 8, 32);

        static Func<Delivery, CancellationToken, Task<Settlement>> SlowlyInto(ConcurrentQueue<string> bodies) => async (delivery, _) =>
        {
            await Task.Delay(5, CancellationToken.None);
            bodies.Enqueue(Text(delivery.Body));
            return Settlement.Done;
        };
    }

    [Fact]
    public async Task A_message_given_back_comes_again_and_counts_its_attempts()
    {
        var queue = await OpenAsync();
        await PublishAsync(queue, 1);
        var attempts = new ConcurrentQueue<int>();
        await using var subscription = queue.Subscribe(_service, 1, (delivery, _) =>
        {
            attempts.Enqueue(delivery.Attempt);
            return attempts.Count switch
            {
                1 => Task.FromResult(Settlement.Again(TimeSpan.Zero)),
                2 => Task.FromResult(Settlement.Again(TimeSpan.FromMilliseconds(100))),
                3 => throw new InvalidDataException("The handler is broken."),
                _ => Task.FromResult(Settlement.Done),
            };
        });

        await UntilAsync(() => attempts.Count == 4);

        Assert.Equal([1, 2, 3, 4], attempts);
    }

    [Fact]
    public async Task A_rejected_message_is_kept_with_its_reason()
    {
        var queue = await OpenAsync();
        await PublishAsync(queue, 1);
        var before = await queue.CountDeadAsync(default);
        await using (queue.Subscribe(_service, 1, (_, _) => Task.FromResult(Settlement.Dead("It is not JSON."))))
        {
            await UntilAsync(async () => await queue.CountDeadAsync(default) == before + 1);
        }

        var dead = Assert.Single(await TakeDeadAsync(queue, _service));
        Assert.Equal((_service, "0", "It is not JSON."), (dead.Service, Text(dead.Body), dead.Reason));
        Assert.Equal(0, await queue.CountWaitingAsync(_service, default));
        Assert.Empty(await TakeDeadAsync(queue, _service));
    }

    [Fact]
    public async Task A_message_for_an_unknown_service_is_kept_with_a_reason()
    {
        var queue = await OpenAsync();
        await queue.PublishAsync(_service, Body("lost?"), default);

        DeadLetter? dead = null;
        await UntilAsync(async () => (dead = (await TakeDeadAsync(queue, _service)).SingleOrDefault()) is not null);
        Assert.Equal("lost?", Text(dead!.Body));
        Assert.Contains($"no service named {_service}", dead.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_consumer_that_dies_gives_its_message_to_another()
    {
        var queue = await OpenAsync();
        await PublishAsync(queue, 1);
        await TakeAndDieAsync(_service);
        var received = new ConcurrentQueue<Delivery>();

        await using var subscription = queue.Subscribe(_service, 1, Collect(received));
        await UntilAsync(() => received.Count == 1);

        Assert.Equal(2, received.Single().Attempt);
    }

    [Fact]
    public async Task A_stop_waits_for_handlers_that_finish_and_takes_back_what_they_give_back()
    {
        var queue = await OpenAsync();
        await PublishAsync(queue, 2);
        int held = 0, finished = 0;
        var subscription = queue.Subscribe(_service, 2, async (delivery, stopping) =>
        {
            Interlocked.Increment(ref held);
            await Task.Delay(Timeout.Infinite, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (Text(delivery.Body) == "0")
            {
                Interlocked.Increment(ref finished);
                return Settlement.Done;
            }

            throw new OperationCanceledException(stopping);
        });
        await UntilAsync(() => held == 2);

        await subscription.DisposeAsync();

        Assert.Equal(1, finished);
        await UntilAsync(async () => await queue.CountWaitingAsync(_service, default) == 1);
    }

    [Fact]
    public async Task A_restarted_server_loses_nothing()
    {
        var queue = await OpenAsync();
        await PublishAsync(queue, 30);
        var received = new ConcurrentDictionary<string, int>();
        await using var subscription = queue.Subscribe(_service, 4, async (delivery, _) =>
        {
            await Task.Delay(10, CancellationToken.None);
            received.AddOrUpdate(Text(delivery.Body), 1, (_, count) => count + 1);
            return Settlement.Done;
        });
        await UntilAsync(() => received.Count >= 5);

        await RestartServerAsync();

        await UntilAsync(async () =>
        {
            try
            {
                await queue.PublishAsync(_service, Body("after"), default);
                return true;
            }
            catch (StorageUnavailableException)
            {
                return false;
            }
        });
        await UntilAsync(() => received.Count == 31);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Upper")]
    [InlineData("a b")]
    [InlineData("a/b")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123456789")]
    public async Task A_name_that_is_none_is_refused(string service)
    {
        var queue = await OpenAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => queue.PublishAsync(service, Body("x"), default));
        await Assert.ThrowsAsync<ArgumentException>(() => queue.DeclareAsync(service, default));
        Assert.Throws<ArgumentException>(() => queue.Subscribe(service, 1, (_, _) => Task.FromResult(Settlement.Done)));
    }

    [Fact]
    public async Task A_body_beyond_the_bound_is_refused()
    {
        var queue = await OpenAsync();
        await queue.DeclareAsync(_service, default);
        await Assert.ThrowsAsync<ArgumentException>(() => queue.PublishAsync(_service, new byte[MessageRules.MostBytes + 1], default));
        await queue.PublishAsync(_service, new byte[MessageRules.MostBytes], default);
    }

    protected static byte[] Body(string text) => Encoding.UTF8.GetBytes(text);

    static string Text(ReadOnlyMemory<byte> body) => Encoding.UTF8.GetString(body.Span);

    static Func<Delivery, CancellationToken, Task<Settlement>> Collect(ConcurrentQueue<Delivery> into) => (delivery, _) =>
    {
        into.Enqueue(delivery);
        return Task.FromResult(Settlement.Done);
    };

    async Task PublishAsync(IMessageBroker queue, int count)
    {
        await queue.DeclareAsync(_service, default);
        for (var number = 0; number < count; number++)
        {
            await queue.PublishAsync(_service, Body($"{number}"), default);
        }
    }

    static async Task<IReadOnlyList<DeadLetter>> TakeDeadAsync(IMessageBroker queue, string service) =>
        [.. (await queue.TakeDeadAsync(100, default)).Where(dead => dead.Service == service)];

    static void InterlockedMax(ref int most, int value)
    {
        for (int seen; value > (seen = Volatile.Read(ref most)) && Interlocked.CompareExchange(ref most, value, seen) != seen;)
        {
        }
    }

    static Task UntilAsync(Func<bool> condition) => UntilAsync(() => Task.FromResult(condition()));

    static async Task UntilAsync(Func<Task<bool>> condition)
    {
        for (var watch = Stopwatch.StartNew(); !await condition(); await Task.Delay(10))
        {
            Assert.True(watch.Elapsed < Patience, $"Not so after {Patience.TotalSeconds} s.");
        }
    }
}
