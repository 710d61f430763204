using AspireMl.Storage.PostgreSql;
using Dapper;
using Microsoft.Extensions.Logging;

namespace AspireMl.Storage.Queue.PostgreSql;

/// <summary>Takes messages while there is room, renews the leases of those in hand, and sleeps until a notification or the next look.</summary>
sealed class PostgresSubscription : IAsyncDisposable
{
    // Delayed messages and expired leases notify nobody.
    static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(1);

    readonly PostgresDatabase _database;
    readonly string _service;
    readonly TimeSpan _lease;
    readonly Func<Delivery, CancellationToken, Task<Settlement>> _handler;
    readonly ILogger _logger;
    readonly SemaphoreSlim _room;
    readonly SemaphoreSlim _wake = new(0);
    readonly int _prefetch;
    readonly CancellationTokenSource _stopping = new();
    readonly Task _taking;
    readonly Task _listening;

    public PostgresSubscription(
        PostgresDatabase database, string service, int prefetch, TimeSpan lease, Func<Delivery, CancellationToken, Task<Settlement>> handler, ILogger logger)
    {
        (_database, _service, _prefetch, _lease, _handler, _logger) = (database, service, prefetch, lease, handler, logger);
        _room = new(prefetch);
        _taking = Task.Run(() => Consumption.KeepAsync(service, TakeAsync, logger, _stopping.Token));
        _listening = Task.Run(() => Consumption.KeepAsync(service, ListenAsync, logger, _stopping.Token));
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await Task.WhenAll(_taking, _listening);
        for (var slot = 0; slot < _prefetch; slot++)
        {
            await _room.WaitAsync();
        }

        _room.Dispose();
        _wake.Dispose();
        _stopping.Dispose();
    }

    async Task TakeAsync(Action atWork, CancellationToken cancellation)
    {
        await RunAsync(QueueStatements.Declare, new { service = _service }, cancellation);
        atWork();
        while (true)
        {
            await _room.WaitAsync(cancellation);
            var room = 1;
            while (room < _prefetch && _room.Wait(0, CancellationToken.None))
            {
                room++;
            }

            var handled = 0;
            try
            {
                // Not cancelled half-way: what is taken is handled, so that a stop leaves no lease behind.
                var held = await _database.RunAsync(
                    async (connection, cancellation) => (await connection.QueryAsync<HeldMessage>(new(
                        QueueStatements.Take, new { service = _service, lease = _lease, limit = room }, cancellationToken: cancellation))).AsList(),
                    CancellationToken.None);
                foreach (var message in held)
                {
                    _ = Task.Run(() => HandleAsync(message), CancellationToken.None);
                    handled++;
                }
            }
            finally
            {
                if (room > handled)
                {
                    _room.Release(room - handled);
                }
            }

            if (handled < room)
            {
                await _wake.WaitAsync(LongestSleep, cancellation);
            }
        }
    }

    Task ListenAsync(Action atWork, CancellationToken cancellation) => _database.ListenAsync(
        QueueStatements.Channel,
        () =>
        {
            atWork();
            Wake();
        },
        service =>
        {
            if (service == _service)
            {
                Wake();
            }
        },
        cancellation);

    void Wake()
    {
        if (_wake.CurrentCount == 0)
        {
            _wake.Release();
        }
    }

    async Task HandleAsync(HeldMessage held)
    {
        try
        {
            using var handled = new CancellationTokenSource();
            var renewing = RenewAsync(held, handled.Token);
            var settlement = await Handling.RunAsync(_handler, new(_service, held.Body, held.Attempts), _logger, _stopping.Token);
            await handled.CancelAsync();
            await renewing;
            await _database.RunAsync((connection, cancellation) => QueueStatements.SettleAsync(connection, held, settlement, cancellation), CancellationToken.None);
        }
        catch (Exception failure)
        {
            // Its lease runs out, and it is delivered again.
            Consumption.LogNotSettled(_logger, _service, failure.Message);
        }
        finally
        {
            _room.Release();
        }
    }

    async Task RenewAsync(HeldMessage held, CancellationToken handled)
    {
        while (true)
        {
            await Task.Delay(_lease / 3, handled).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (handled.IsCancellationRequested)
            {
                return;
            }

            try
            {
                await RunAsync(QueueStatements.Renew, new { held.MessageId, held.Lease, extension = _lease }, CancellationToken.None);
            }
            catch (StorageUnavailableException failure)
            {
                Consumption.LogWaiting(_logger, _service, _lease / 3, failure.Message);
            }
        }
    }

    Task<int> RunAsync(string sql, object arguments, CancellationToken cancellation) =>
        _database.RunAsync((connection, cancellation) => connection.ExecuteAsync(new(sql, arguments, cancellationToken: cancellation)), cancellation);
}
