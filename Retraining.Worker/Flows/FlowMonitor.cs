namespace AspireMl.Retraining.Worker.Flows;

/// <summary>What watches the embeddings of a flow's model.</summary>
internal sealed record FlowMonitor
{
    /// <summary>Address of the monitoring service.</summary>
    public required string Service { get; init; }

    /// <summary>When it looks: six fields from second to day of the week, UTC; Mondays at six when left out.</summary>
    public string Cron { get; init; } = "0 0 6 ? * MON";

    /// <summary>How far back it looks.</summary>
    public string Window { get; init; } = "168h";

    /// <summary>With fewer images than this it does not judge.</summary>
    public int MinimumRows { get; init; } = 100;

    /// <summary>Where alerts are posted to; nowhere when left out.</summary>
    public string? Webhook { get; init; }
}
