using System.Text.Json;
using AspireMl.Contracts.Monitoring;
using AspireMl.Storage.PostgreSql;
using Dapper;

namespace AspireMl.Storage.Monitoring.PostgreSql;

/// <summary>Monitors as rows with their settings as JSONB.</summary>
sealed class PostgresMonitorStore(PostgresDatabase database) : IMonitorStore
{
    const string Insert =
        $"""
        insert into monitors (monitor_id, created_at, model, settings, webhook_secret, enabled, next_run_at)
        select @MonitorId, @createdAt, @Model, @json::jsonb, @webhookSecret, @Enabled, @nextRunAt
        where (select count(*) from monitors) < @most
        returning {MonitorRow.Columns}
        """;

    // A change takes the lease away: what runs under the old settings is not noted.
    const string Update =
        $"""
        update monitors
        set model = @Model, settings = @json::jsonb, webhook_secret = coalesce(@webhookSecret, webhook_secret),
            enabled = @Enabled, next_run_at = @nextRunAt, lease = null, lease_until = null
        where monitor_id = @MonitorId
        returning {MonitorRow.Columns}
        """;

    const string SelectOne = $"select {MonitorRow.Columns} from monitors where monitor_id = @monitorId";

    const string SelectAll = $"select {MonitorRow.Columns} from monitors where @model::text is null or model = @model order by created_at, monitor_id";

    const string Delete = "delete from monitors where monitor_id = @monitorId";

    const string Hurry = "update monitors set next_run_at = @now where monitor_id = @monitorId";

    const string Claim =
        $"""
        update monitors set lease = @LeaseId, lease_until = @until
        where monitor_id = (
            select monitor_id from monitors
            where enabled and next_run_at <= @now and (lease is null or lease_until <= @now)
            order by next_run_at limit 1 for update skip locked)
        returning {MonitorRow.Columns}
        """;

    const string Finish =
        """
        update monitors
        set lease = null, lease_until = null, last_run_at = @at, next_run_at = @nextRunAt, last_report_id = @ReportId, last_message = @Message
        where monitor_id = @MonitorId and lease = @LeaseId
        """;

    const string SelectStatus =
        $"""
        select {MonitorRow.Columns}, summary::text as "Summary"
        from monitors left join lateral (select summary from monitoring_reports where report_id = last_report_id) report on true
        where enabled order by created_at, monitor_id
        """;

    const string CountAlerts =
        """
        select model as "Model", kind as "Kind", case when acknowledged_at is null then 'open' else 'acknowledged' end as "State", count(*) as "Count"
        from alerts where resolved_at is null group by 1, 2, 3
        """;

    const string CountPending = "select count(*) from webhook_deliveries where ended_at is null";

    public Task<MonitorRecord?> AddAsync(MonitorRecord monitor, string? webhookSecret, int most, CancellationToken cancellation) =>
        OneAsync(Insert, Arguments(monitor, webhookSecret, most), cancellation);

    public Task<MonitorRecord?> ChangeAsync(MonitorRecord monitor, string? webhookSecret, CancellationToken cancellation) =>
        OneAsync(Update, Arguments(monitor, webhookSecret), cancellation);

    public Task<MonitorRecord?> FindAsync(Guid monitorId, CancellationToken cancellation) => OneAsync(SelectOne, new { monitorId }, cancellation);

    public Task<IReadOnlyList<MonitorRecord>> ListAsync(string? model, CancellationToken cancellation) => database.RunAsync<IReadOnlyList<MonitorRecord>>(
        async (connection, cancellation) =>
            [.. (await connection.QueryAsync<MonitorRow>(new(SelectAll, new { model }, cancellationToken: cancellation))).Select(row => row.ToRecord())],
        cancellation);

    public Task<bool> DeleteAsync(Guid monitorId, CancellationToken cancellation) => ExecuteAsync(Delete, new { monitorId }, cancellation);

    public Task<bool> HurryAsync(Guid monitorId, DateTimeOffset now, CancellationToken cancellation) =>
        ExecuteAsync(Hurry, new { monitorId, now = now.UtcDateTime }, cancellation);

    public Task<MonitorRecord?> ClaimAsync(MonitorLease lease, CancellationToken cancellation) =>
        OneAsync(Claim, new { lease.LeaseId, now = lease.Now.UtcDateTime, until = lease.Until.UtcDateTime }, cancellation);

    public Task<bool> FinishAsync(MonitorRun run, CancellationToken cancellation) => ExecuteAsync(
        Finish,
        new { run.MonitorId, run.LeaseId, at = run.At.UtcDateTime, nextRunAt = run.NextRunAt.UtcDateTime, run.ReportId, run.Message },
        cancellation);

    public Task<MonitoringStatus> ReadStatusAsync(CancellationToken cancellation) => database.RunAsync(
        async (connection, cancellation) =>
        {
            var monitors = await connection.QueryAsync<MonitorRow, string?, MonitorStatus>(
                new(SelectStatus, cancellationToken: cancellation), (row, summary) => new(row.ToRecord(), ReportJson.Read(summary)), splitOn: "Summary");
            var alerts = await connection.QueryAsync<AlertCount>(new(CountAlerts, cancellationToken: cancellation));
            var pending = await connection.ExecuteScalarAsync<long>(new(CountPending, cancellationToken: cancellation));
            return new MonitoringStatus(monitors.AsList(), alerts.AsList(), pending);
        },
        cancellation);

    static object Arguments(MonitorRecord monitor, string? webhookSecret, int most = 0) => new
    {
        monitor.MonitorId,
        createdAt = monitor.CreatedAt.UtcDateTime,
        monitor.Settings.Model,
        json = JsonSerializer.Serialize(monitor.Settings, JsonSerializerOptions.Web),
        webhookSecret,
        monitor.Settings.Enabled,
        nextRunAt = monitor.NextRunAt.UtcDateTime,
        most,
    };

    Task<bool> ExecuteAsync(string sql, object arguments, CancellationToken cancellation) => database.RunAsync(
        async (connection, cancellation) => await connection.ExecuteAsync(new(sql, arguments, cancellationToken: cancellation)) > 0,
        cancellation);

    Task<MonitorRecord?> OneAsync(string sql, object arguments, CancellationToken cancellation) => database.RunAsync(
        async (connection, cancellation) =>
            (await connection.QuerySingleOrDefaultAsync<MonitorRow>(new(sql, arguments, cancellationToken: cancellation)))?.ToRecord(),
        cancellation);
}
