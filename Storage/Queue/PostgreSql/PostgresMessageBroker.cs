using AspireMl.Storage.PostgreSql;
using AspireMl.Storage.Retention.PostgreSql;
using Dapper;
using Microsoft.Extensions.Logging;

namespace AspireMl.Storage.Queue.PostgreSql;

/// <summary>A queue in tables of the database: locked rows are skipped, notifications wake the consumers.</summary>
/// <param name="database">The database.</param>
/// <param name="logger">Told of outages.</param>
/// <param name="lease">A consumer that is killed gives its messages back after this time; a living one renews.</param>
sealed class PostgresMessageBroker(PostgresDatabase database, ILogger<PostgresMessageBroker> logger, TimeSpan lease) : IMessageBroker
{
    public Task DeclareAsync(string service, CancellationToken cancellation)
    {
        MessageRules.CheckService(service);
        return ExecuteAsync(QueueStatements.Declare, new { service }, cancellation);
    }

    public Task PublishAsync(string service, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        MessageRules.CheckMessage(service, body);
        return ExecuteAsync(QueueStatements.Publish, new { service, body = body.ToArray(), unknown = DeadReasons.UnknownService(service) }, cancellation);
    }

    public IAsyncDisposable Subscribe(string service, int prefetch, Func<Delivery, CancellationToken, Task<Settlement>> handler)
    {
        MessageRules.CheckSubscription(service, prefetch);
        return new PostgresSubscription(database, service, prefetch, lease, handler, logger);
    }

    public Task<long> CountWaitingAsync(string service, CancellationToken cancellation) =>
        database.RunAsync(
            (connection, cancellation) => connection.QuerySingleAsync<long>(new(QueueStatements.CountWaiting, new { service }, cancellationToken: cancellation)),
            cancellation);

    public Task<long> CountDeadAsync(CancellationToken cancellation) =>
        database.RunAsync(
            (connection, cancellation) => connection.QuerySingleAsync<long>(new(QueueStatements.CountDead, cancellationToken: cancellation)),
            cancellation);

    public Task<IReadOnlyList<DeadLetter>> TakeDeadAsync(int limit, CancellationToken cancellation) =>
        database.RunAsync<IReadOnlyList<DeadLetter>>(
            async (connection, cancellation) =>
            {
                var rows = await connection.QueryAsync<DeadRow>(new(QueueStatements.TakeDead, new { limit }, cancellationToken: cancellation));
                return [.. rows.Select(row => new DeadLetter(row.Service, row.Body, row.Reason))];
            },
            cancellation);

    public Task<int> DeleteDeadBeforeAsync(DateTimeOffset time, int limit, CancellationToken cancellation) =>
        AgedRecords.DeleteBeforeAsync(database, QueueStatements.DeleteDead, time, limit, cancellation);

    Task<int> ExecuteAsync(string sql, object arguments, CancellationToken cancellation) =>
        database.RunAsync((connection, cancellation) => connection.ExecuteAsync(new(sql, arguments, cancellationToken: cancellation)), cancellation);

    sealed record DeadRow(string Service, byte[] Body, string Reason);
}
