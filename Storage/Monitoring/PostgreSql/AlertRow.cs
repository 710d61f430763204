using AspireMl.Contracts.Monitoring;

namespace AspireMl.Storage.Monitoring.PostgreSql;

/// <summary>A row of the table of alerts.</summary>
sealed record AlertRow(
    Guid AlertId, Guid MonitorId, string Model, string Kind, string Message, Guid ReportId, DateTime RaisedAt, DateTime LastSeenAt,
    DateTime? AcknowledgedAt, string? AcknowledgedBy, DateTime? ResolvedAt)
{
    public const string Columns =
        """
        alert_id as "AlertId", monitor_id as "MonitorId", model as "Model", kind as "Kind", message as "Message", report_id as "ReportId",
        raised_at as "RaisedAt", last_seen_at as "LastSeenAt", acknowledged_at as "AcknowledgedAt", acknowledged_by as "AcknowledgedBy",
        resolved_at as "ResolvedAt"
        """;

    public Alert ToAlert() => new()
    {
        AlertId = AlertId,
        MonitorId = MonitorId,
        Model = Model,
        Kind = Kind,
        Message = Message,
        ReportId = ReportId,
        RaisedAt = RaisedAt,
        LastSeenAt = LastSeenAt,
        AcknowledgedAt = AcknowledgedAt,
        AcknowledgedBy = AcknowledgedBy,
        ResolvedAt = ResolvedAt,
    };
}
