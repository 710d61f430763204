using Dapper;
using Npgsql;

namespace AspireMl.Storage.Queue.PostgreSql;

/// <summary>The statements of the queue in PostgreSQL. Times are the server's, so that clocks of clients do not matter.</summary>
static class QueueStatements
{
    public const string Channel = "queue_messages";

    public const string Declare = "insert into queue_services (service) values (@service) on conflict do nothing";

    public const string CountWaiting = "select count(*) from queue_messages where service = @service and visible_at <= clock_timestamp()";

    public const string CountDead = "select count(*) from queue_dead_letters";

    public const string Publish =
        """
        with known as (select service from queue_services where service = @service),
        sent as (insert into queue_messages (service, body) select service, @body from known returning service),
        dead as (
            insert into queue_dead_letters (service, body, reason, published_at)
            select @service, @body, @unknown, clock_timestamp() where not exists (select from known))
        select pg_notify('queue_messages', service) from sent
        """;

    // Skipping locked rows lets any number of consumers take at once, each something else.
    public const string Take =
        """
        update queue_messages m
        set visible_at = clock_timestamp() + @lease, attempts = attempts + 1, lease = gen_random_uuid()
        from (
            select message_id from queue_messages
            where service = @service and visible_at <= clock_timestamp()
            order by visible_at, message_id limit @limit for update skip locked) next
        where m.message_id = next.message_id
        returning m.message_id as "MessageId", m.lease as "Lease", m.body as "Body", m.attempts as "Attempts"
        """;

    public const string Renew =
        "update queue_messages set visible_at = clock_timestamp() + @extension where message_id = @messageId and lease = @lease";

    public const string Complete = "delete from queue_messages where message_id = @messageId and lease = @lease";

    public const string Retry =
        """
        with back as (
            update queue_messages set visible_at = clock_timestamp() + @delay, lease = null
            where message_id = @messageId and lease = @lease returning service)
        select pg_notify('queue_messages', service) from back
        """;

    public const string Reject =
        """
        with gone as (delete from queue_messages where message_id = @messageId and lease = @lease returning *)
        insert into queue_dead_letters (service, body, reason, published_at)
        select service, body, @reason, published_at from gone
        """;

    public const string TakeDead =
        """
        with oldest as (
            select dead_letter_id from queue_dead_letters order by dead_letter_id limit @limit for update skip locked),
        gone as (delete from queue_dead_letters d using oldest o where d.dead_letter_id = o.dead_letter_id returning d.*)
        select service as "Service", body as "Body", reason as "Reason" from gone order by dead_letter_id
        """;

    // They die in the order of their ids, which have an index.
    public const string DeleteDead =
        """
        delete from queue_dead_letters where dead_letter_id = any(array(
            select dead_letter_id from (select dead_letter_id, died_at from queue_dead_letters order by dead_letter_id limit @limit) oldest
            where died_at < @time))
        """;

    public static Task<int> SettleAsync(NpgsqlConnection connection, HeldMessage held, Settlement settlement, CancellationToken cancellation)
    {
        var arguments = new DynamicParameters(new { held.MessageId, held.Lease });
        var sql = settlement switch
        {
            Settlement.Rejected { Reason: var reason } => With(Reject, "reason", reason),
            Settlement.Retried { Delay: var delay } => With(Retry, "delay", delay),
            _ => Complete,
        };
        return connection.ExecuteAsync(new(sql, arguments, cancellationToken: cancellation));

        string With(string statement, string name, object value)
        {
            arguments.Add(name, value);
            return statement;
        }
    }
}

/// <summary>A message and the lease that holds it.</summary>
sealed record HeldMessage(long MessageId, Guid Lease, byte[] Body, int Attempts);
