using Npgsql;

namespace AspireMl.Storage.PostgreSql;

/// <summary>Listens to what the server notifies.</summary>
static class PostgresNotifications
{
    /// <summary>Listens until it is cancelled or the server goes away.</summary>
    /// <param name="database">The database.</param>
    /// <param name="channel">The channel, an identifier.</param>
    /// <param name="listening">Called each time it has begun to listen: what was notified before is not heard.</param>
    /// <param name="notified">Called with the payload of each notification.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="StorageUnavailableException">The server went away.</exception>
    public static Task ListenAsync(this PostgresDatabase database, string channel, Action listening, Action<string> notified, CancellationToken cancellation) =>
        database.RunAsync<int>(
            async (connection, cancellation) =>
            {
                connection.Notification += (_, notification) => notified(notification.Payload);
                await using var listen = new NpgsqlCommand($"listen {channel}", connection);
                await listen.ExecuteNonQueryAsync(cancellation);
                listening();
                while (true)
                {
                    await connection.WaitAsync(cancellation);
                }
            },
            cancellation);
}
