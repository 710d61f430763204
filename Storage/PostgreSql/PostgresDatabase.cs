using System.Collections.Concurrent;
using System.Data.Common;
using Npgsql;

namespace AspireMl.Storage.PostgreSql;

/// <summary>The one database of a service: opens it when it is first needed, migrates it, and repeats what a broken connection cut off.</summary>
sealed class PostgresDatabase(Func<string> connectionString, PostgresMigrations migrations) : IDatabase, IAsyncDisposable
{
    // A restarted server leaves broken connections in the pool; the second attempt starts with a cleared pool.
    const int Attempts = 2;

    readonly SemaphoreSlim _opening = new(1, 1);
    readonly ConcurrentBag<NpgsqlDataSource> _lent = [];
    NpgsqlDataSource? _source;

    /// <summary>Runs one piece of work, which must be safe to repeat, on a migrated database.</summary>
    /// <exception cref="StorageUnavailableException">The server cannot be reached.</exception>
    public async Task<T> RunAsync<T>(Func<NpgsqlConnection, CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var source = _source ?? await OpenAsync(cancellation);
                await using var connection = await source.OpenConnectionAsync(cancellation);
                return await work(connection, cancellation);
            }
            catch (Exception failure) when (PostgresFailures.MeansUnavailable(failure))
            {
                DropConnections();
                if (attempt == Attempts)
                {
                    throw PostgresFailures.Unavailable(failure);
                }
            }
        }
    }

    /// <inheritdoc/>
    public Task PingAsync(CancellationToken cancellation) =>
        RunAsync(
            static async (connection, cancellation) =>
            {
                await using var command = new NpgsqlCommand("select 1", connection);
                return await command.ExecuteScalarAsync(cancellation);
            },
            cancellation);

    /// <inheritdoc/>
    public DbDataSource CreateSource()
    {
        var source = BuildSource("schedules");
        _lent.Add(source);
        return source;
    }

    // What broke one connection broke those of libraries as well, which do not try again.
    void DropConnections()
    {
        _source?.Clear();
        foreach (var source in _lent)
        {
            source.Clear();
        }
    }

    // The name goes into the metrics, where the connection string would be otherwise.
    NpgsqlDataSource BuildSource(string name) => new NpgsqlDataSourceBuilder(connectionString()) { Name = name }.Build();

    async Task<NpgsqlDataSource> OpenAsync(CancellationToken cancellation)
    {
        await _opening.WaitAsync(cancellation);
        try
        {
            if (_source is not null)
            {
                return _source;
            }

            var source = BuildSource("database");
            try
            {
                await migrations.ApplyAsync(source, cancellation);
            }
            catch
            {
                await source.DisposeAsync();
                throw;
            }

            return _source = source;
        }
        finally
        {
            _opening.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_source is not null)
        {
            await _source.DisposeAsync();
        }

        _opening.Dispose();
    }
}
