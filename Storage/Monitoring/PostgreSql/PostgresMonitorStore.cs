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
        insert into monitors (monitor_id, created_at, model, settings, webhook_secret, enabled)
        select @MonitorId, @createdAt, @Model, @json::jsonb, @webhookSecret, @Enabled
        where (select count(*) from monitors) < @most
        returning {MonitorRow.Columns}
        """;

    const string Update =
        $"""
        update monitors
        set model = @Model, settings = @json::jsonb, webhook_secret = coalesce(@webhookSecret, webhook_secret), enabled = @Enabled
        where monitor_id = @MonitorId
        returning {MonitorRow.Columns}
        """;

    const string SelectOne = $"select {MonitorRow.Columns} from monitors where monitor_id = @monitorId";

    const string SelectAll = $"select {MonitorRow.Columns} from monitors where @model::text is null or model = @model order by created_at, monitor_id";

    const string Delete = "delete from monitors where monitor_id = @monitorId";

    const string Note =
        "update monitors set last_run_at = @at, last_report_id = @ReportId, last_message = @Message where monitor_id = @MonitorId";

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

    public Task NoteAsync(MonitorRun run, CancellationToken cancellation) =>
        ExecuteAsync(Note, new { run.MonitorId, at = run.At.UtcDateTime, run.ReportId, run.Message }, cancellation);

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
