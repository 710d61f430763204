using AspireMl.Contracts.Clients;
using AspireMl.Contracts.Monitoring;

namespace AspireMl.Retraining.Worker.Flows;

/// <summary>Has the monitoring service watch the embeddings of a model.</summary>
internal static class MonitorStage
{
    /// <summary>Adds the monitor of a flow, or brings the one that is there up to date.</summary>
    /// <exception cref="ApiException">The monitoring service refuses or cannot be reached.</exception>
    public static async Task<MonitorRecord> WatchAsync(string model, FlowMonitor monitor, CancellationToken cancellation)
    {
        using var http = new HttpClient { BaseAddress = new(monitor.Service) };
        var client = new MonitoringClient(http);
        var request = new MonitorRequest(new()
        {
            Name = $"{model} embeddings",
            Model = model,
            Kind = ReportKinds.EmbeddingDrift,
            Cron = monitor.Cron,
            Window = monitor.Window,
            MinimumRows = monitor.MinimumRows,
            WebhookUrl = monitor.Webhook,
        });
        return (await client.ListMonitorsAsync(model, cancellation)).FirstOrDefault(known => known.Settings.Kind == ReportKinds.EmbeddingDrift) is { } known
            ? await client.ChangeMonitorAsync(known.MonitorId, request, cancellation)
            : await client.AddMonitorAsync(request, cancellation);
    }
}
