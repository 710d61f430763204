namespace AspireMl.Testing;

/// <summary>A panel of a dashboard and one of its queries.</summary>
public sealed record PanelQuery(string Panel, string Expression)
{
    /// <summary>The query as Grafana would send it, for a scrape every second.</summary>
    public string Filled => Expression
        .Replace("$__rate_interval", "10s", StringComparison.Ordinal)
        .Replace("$__range", "2m", StringComparison.Ordinal)
        .Replace("$model", ".+", StringComparison.Ordinal)
        .Replace("$service", ".+", StringComparison.Ordinal);
}
