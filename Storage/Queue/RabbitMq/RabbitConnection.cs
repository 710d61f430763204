using System.Collections.Concurrent;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace AspireMl.Storage.Queue.RabbitMq;

/// <summary>The one connection of a service: opened when it is first needed and again when it broke, topology declared each time.</summary>
sealed class RabbitConnection(string connectionString) : IAsyncDisposable
{
    const int Attempts = 2;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    readonly SemaphoreSlim _opening = new(1, 1);
    // A channel is one caller's at a time; those that nobody has wait here.
    readonly ConcurrentBag<IChannel> _idle = [];
    IConnection? _connection;
    volatile CancellationTokenSource _blocked = new();

    /// <summary>Cancelled while the broker, short of memory or of disk, reads nothing that is published.</summary>
    public CancellationToken Blocked => _blocked.Token;

    /// <summary>Runs one piece of work, which must be safe to repeat, with a channel that confirms what is published.</summary>
    /// <exception cref="StorageUnavailableException">The broker cannot be reached.</exception>
    public async Task<T> RunAsync<T>(Func<IChannel, CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var channel = await TakeAsync(patience.Token);
                try
                {
                    return await work(channel, patience.Token);
                }
                finally
                {
                    await GiveBackAsync(channel);
                }
            }
            catch (Exception failure) when (MeansUnavailable(failure) && !cancellation.IsCancellationRequested)
            {
                if (attempt == Attempts || patience.IsCancellationRequested)
                {
                    throw new StorageUnavailableException("The queue cannot be reached now; try again in a moment.", failure);
                }
            }
        }
    }

    /// <summary>A channel of the caller's own, to consume with; the caller disposes of it.</summary>
    public async Task<IChannel> OpenChannelAsync(CancellationToken cancellation) =>
        await (await OpenAsync(cancellation)).CreateChannelAsync(new(true, true), cancellation);

    public async ValueTask DisposeAsync()
    {
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
        }

        _opening.Dispose();
    }

    static bool MeansUnavailable(Exception failure) =>
        failure is RabbitMQClientException or IOException or TimeoutException or OperationCanceledException or ObjectDisposedException or System.Net.Sockets.SocketException;

    async Task<IChannel> TakeAsync(CancellationToken cancellation)
    {
        while (_idle.TryTake(out var channel))
        {
            if (channel.IsOpen)
            {
                return channel;
            }

            await channel.DisposeAsync();
        }

        return await OpenChannelAsync(cancellation);
    }

    async Task GiveBackAsync(IChannel channel)
    {
        if (channel.IsOpen)
        {
            _idle.Add(channel);
        }
        else
        {
            await channel.DisposeAsync();
        }
    }

    async Task<IConnection> OpenAsync(CancellationToken cancellation)
    {
        if (_connection is { IsOpen: true } open)
        {
            return open;
        }

        await _opening.WaitAsync(cancellation);
        try
        {
            if (_connection is { IsOpen: true } meanwhile)
            {
                return meanwhile;
            }

            if (_connection is { } broken)
            {
                _connection = null;
                await broken.DisposeAsync();
            }

            var factory = new ConnectionFactory
            {
                Uri = new(connectionString),
                // Reopening is done here, where the topology is declared too and consumers know of it.
                AutomaticRecoveryEnabled = false,
                RequestedConnectionTimeout = TimeSpan.FromSeconds(5),
                RequestedHeartbeat = TimeSpan.FromSeconds(10),
            };
            var connection = await factory.CreateConnectionAsync(cancellation);
            await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellation);
            await RabbitTopology.DeclareAsync(channel, cancellation);
            _blocked = new();
            connection.ConnectionBlockedAsync += (_, _) => _blocked.CancelAsync();
            connection.ConnectionUnblockedAsync += (_, _) =>
            {
                _blocked = new();
                return Task.CompletedTask;
            };
            return _connection = connection;
        }
        finally
        {
            _opening.Release();
        }
    }
}
