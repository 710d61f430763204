using System.Data;
using System.Text.Json;
using AspireMl.Contracts.Monitoring;
using AspireMl.Contracts.Paging;
using AspireMl.Storage.PostgreSql;
using AspireMl.Storage.Retention.PostgreSql;
using Dapper;
using Npgsql;

namespace AspireMl.Storage.Monitoring.PostgreSql;

/// <summary>Alerts and deliveries as rows; an index sees to it that a monitor has one open alert at most.</summary>
sealed class PostgresAlertStore(PostgresDatabase database) : IAlertStore
{
    public Task<AlertEvent?> ObserveAsync(AlertObservation observation, CancellationToken cancellation) => database.RunAsync(
        async (connection, cancellation) =>
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            var happened = await ObserveAsync(connection, observation, cancellation);
            if (happened is not null)
            {
                await connection.ExecuteAsync(new(AlertStatements.AddDelivery, Delivery(happened), cancellationToken: cancellation));
            }

            await transaction.CommitAsync(cancellation);
            return happened;
        },
        cancellation);

    public Task<Alert?> FindAsync(Guid alertId, CancellationToken cancellation) => OneAsync(AlertStatements.SelectOne, new { alertId }, cancellation);

    public Task<Page<Alert>> ListAsync(AlertFilter filter, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(filter.Limit, Math.Clamp(filter.Limit, 1, AlertFilter.MaxLimit));
        var arguments = new DynamicParameters();
        arguments.Add("model", filter.Model, DbType.String);
        arguments.Add("state", filter.State, DbType.String);
        arguments.Add("afterTime", filter.After?.CreatedAt.UtcDateTime, DbType.DateTime);
        arguments.Add("afterId", filter.After?.Id, DbType.Guid);
        // One more than asked for tells whether there is a next page.
        arguments.Add("limit", filter.Limit + 1);
        return database.RunAsync(
            async (connection, cancellation) =>
            {
                var rows = await connection.QueryAsync<AlertRow>(new(AlertStatements.SelectPage, arguments, cancellationToken: cancellation));
                Alert[] found = [.. rows.Select(row => row.ToAlert())];
                return Page.Of(found, filter.Limit, alert => new(alert.RaisedAt, alert.AlertId));
            },
            cancellation);
    }

    public Task<Alert?> AcknowledgeAsync(Guid alertId, string by, DateTimeOffset at, CancellationToken cancellation) =>
        OneAsync(AlertStatements.Acknowledge, new { alertId, by, at = at.UtcDateTime }, cancellation);

    public Task<WebhookDelivery?> ClaimDeliveryAsync(DateTimeOffset now, DateTimeOffset until, CancellationToken cancellation) => database.RunAsync(
        (connection, cancellation) => connection.QuerySingleOrDefaultAsync<WebhookDelivery>(
            new(AlertStatements.ClaimDelivery, new { now = now.UtcDateTime, until = until.UtcDateTime }, cancellationToken: cancellation)),
        cancellation);

    public Task EndDeliveryAsync(WebhookOutcome outcome, CancellationToken cancellation)
    {
        var arguments = new DynamicParameters(new { outcome.DeliveryId, at = outcome.At.UtcDateTime, outcome.Delivered, outcome.Message });
        arguments.Add("retryAt", outcome.RetryAt?.UtcDateTime, DbType.DateTime);
        return database.RunAsync(
            (connection, cancellation) => connection.ExecuteAsync(new(AlertStatements.EndDelivery, arguments, cancellationToken: cancellation)),
            cancellation);
    }

    public Task<int> DeleteResolvedBeforeAsync(DateTimeOffset time, int limit, CancellationToken cancellation) =>
        AgedRecords.DeleteBeforeAsync(database, AlertStatements.DeleteResolved, time, limit, cancellation);

    public Task<int> DeleteDeliveriesBeforeAsync(DateTimeOffset time, int limit, CancellationToken cancellation) =>
        AgedRecords.DeleteBeforeAsync(database, AlertStatements.DeleteDeliveries, time, limit, cancellation);

    static async Task<AlertEvent?> ObserveAsync(NpgsqlConnection connection, AlertObservation observation, CancellationToken cancellation)
    {
        var alertId = Guid.CreateVersion7();
        var (monitorId, at) = (observation.Monitor.MonitorId, observation.At.UtcDateTime);
        var settings = observation.Monitor.Settings;
        if (!observation.Flagged)
        {
            var resolved = await connection.QuerySingleOrDefaultAsync<AlertRow>(new(AlertStatements.Resolve, new { monitorId, at }, cancellationToken: cancellation));
            return resolved is null ? null : new(AlertEvent.Resolved, observation.At, resolved.ToAlert());
        }

        var seen = new { alertId, monitorId, settings.Model, settings.Kind, observation.Message, at, observation.ReportId };
        var alert = (await connection.QuerySingleAsync<AlertRow>(new(AlertStatements.Raise, seen, cancellationToken: cancellation))).ToAlert();
        return alert.AlertId == alertId ? new(AlertEvent.Raised, observation.At, alert) : null;
    }

    static object Delivery(AlertEvent happened) => new
    {
        deliveryId = Guid.CreateVersion7(),
        happened.Data.AlertId,
        happened.Data.MonitorId,
        body = JsonSerializer.Serialize(happened, JsonSerializerOptions.Web),
        at = happened.Timestamp.UtcDateTime,
    };

    Task<Alert?> OneAsync(string sql, object arguments, CancellationToken cancellation) => database.RunAsync(
        async (connection, cancellation) =>
            (await connection.QuerySingleOrDefaultAsync<AlertRow>(new(sql, arguments, cancellationToken: cancellation)))?.ToAlert(),
        cancellation);
}
