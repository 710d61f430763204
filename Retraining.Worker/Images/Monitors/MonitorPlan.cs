namespace AspireMl.Retraining.Worker.Images.Monitors;

/// <summary>When the embeddings of a model are looked at, and whom an alert is told.</summary>
internal record MonitorPlan
{
    /// <summary>When it looks: six fields from second to day of the week, UTC; Mondays at six when left out.</summary>
    public string Cron { get; init; } = "0 0 6 ? * MON";

    /// <summary>How far back it looks.</summary>
    public string Window { get; init; } = "168h";

    /// <summary>With fewer images than this it does not judge.</summary>
    public int MinimumRows { get; init; } = 100;

    /// <summary>Where alerts are posted to, signed with <see cref="EmbeddingMonitorOptions.WebhookSecret"/>; nowhere when left out.</summary>
    public string? Webhook { get; init; }
}
