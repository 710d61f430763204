using System.Text.Json;
using AspireMl.Contracts.Monitoring;

namespace AspireMl.Storage.Monitoring.PostgreSql;

/// <summary>A row of the table of monitors.</summary>
sealed record MonitorRow(
    Guid MonitorId, DateTime CreatedAt, string Settings, bool HasWebhookSecret, DateTime? LastRunAt, Guid? LastReportId, string? LastMessage)
{
    public const string Columns =
        """
        monitor_id as "MonitorId", created_at as "CreatedAt", settings::text as "Settings", webhook_secret is not null as "HasWebhookSecret",
        last_run_at as "LastRunAt", last_report_id as "LastReportId", last_message as "LastMessage"
        """;

    public MonitorRecord ToRecord() => new()
    {
        MonitorId = MonitorId,
        CreatedAt = CreatedAt,
        Settings = JsonSerializer.Deserialize<MonitorSettings>(Settings, JsonSerializerOptions.Web) ?? throw new InvalidDataException("A monitor has no settings."),
        HasWebhookSecret = HasWebhookSecret,
        LastRunAt = LastRunAt,
        LastReportId = LastReportId,
        LastMessage = LastMessage,
    };
}
