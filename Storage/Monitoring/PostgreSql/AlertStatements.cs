namespace AspireMl.Storage.Monitoring.PostgreSql;

static class AlertStatements
{
    public const string Raise =
        $"""
        insert into alerts (alert_id, monitor_id, model, kind, message, raised_at, last_seen_at, report_id)
        values (@alertId, @monitorId, @model, @kind, @message, @at, @at, @reportId)
        on conflict (monitor_id) where resolved_at is null do update
        set message = excluded.message, last_seen_at = excluded.last_seen_at, report_id = excluded.report_id
        returning {AlertRow.Columns}
        """;

    public const string Resolve = $"update alerts set resolved_at = @at where monitor_id = @monitorId and resolved_at is null returning {AlertRow.Columns}";

    public const string SelectOne = $"select {AlertRow.Columns} from alerts where alert_id = @alertId";

    public const string SelectPage =
        $"""
        select {AlertRow.Columns} from alerts
        where (@model is null or model = @model)
          and (@state is null or @state = case when resolved_at is not null then 'resolved' when acknowledged_at is not null then 'acknowledged' else 'open' end)
          and (@afterTime is null or (raised_at, alert_id) < (@afterTime, @afterId))
        order by raised_at desc, alert_id desc
        limit @limit
        """;

    public const string Acknowledge =
        $"""
        update alerts set acknowledged_at = coalesce(acknowledged_at, @at), acknowledged_by = coalesce(acknowledged_by, @by)
        where alert_id = @alertId
        returning {AlertRow.Columns}
        """;

    public const string AddDelivery =
        """
        insert into webhook_deliveries (delivery_id, alert_id, monitor_id, body, created_at, next_attempt_at)
        select @deliveryId, @alertId, monitor_id, @body, @at, @at
        from monitors where monitor_id = @monitorId and settings ->> 'webhookUrl' is not null
        """;

    public const string ClaimDelivery =
        """
        update webhook_deliveries delivery set attempts = attempts + 1, next_attempt_at = @until
        from monitors
        where monitors.monitor_id = delivery.monitor_id and delivery_id = (
            select delivery_id from webhook_deliveries
            where ended_at is null and next_attempt_at <= @now
            order by next_attempt_at, delivery_id limit 1 for update skip locked)
        returning delivery_id as "DeliveryId", settings ->> 'webhookUrl' as "Url", webhook_secret as "Secret", body as "Body", attempts as "Attempts"
        """;

    public const string EndDelivery =
        """
        update webhook_deliveries
        set ended_at = case when @retryAt is null then @at end, delivered = case when @retryAt is null then @Delivered end,
            next_attempt_at = coalesce(@retryAt, next_attempt_at), last_message = @Message
        where delivery_id = @DeliveryId and ended_at is null
        """;

    public const string DeleteResolved =
        "delete from alerts where alert_id = any(array(select alert_id from alerts where resolved_at < @time order by resolved_at limit @limit))";

    public const string DeleteDeliveries =
        "delete from webhook_deliveries where delivery_id = any(array(select delivery_id from webhook_deliveries where ended_at < @time order by ended_at limit @limit))";
}
