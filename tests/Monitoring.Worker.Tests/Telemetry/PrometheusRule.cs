namespace AspireMl.Monitoring.Worker.Tests.Telemetry;

/// <summary>A rule of Prometheus, as its file says it; one of <see cref="Alert"/> and <see cref="Record"/> is given.</summary>
sealed class PrometheusRule
{
    public string? Alert { get; set; }

    public string? Record { get; set; }

    public string Expr { get; set; } = "";

    public string? For { get; set; }

    public Dictionary<string, string> Labels { get; set; } = [];

    public Dictionary<string, string> Annotations { get; set; } = [];
}
