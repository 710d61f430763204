using AspireMl.Contracts.Clients;
using AspireMl.Contracts.Monitoring;
using Microsoft.Extensions.Options;

namespace AspireMl.Retraining.Worker.Images.Monitors;

/// <summary>Has the monitoring service watch the embeddings of models, each by one monitor.</summary>
internal sealed partial class EmbeddingMonitors(
    IHttpClientFactory clients, IOptions<EmbeddingMonitorOptions> options, IConfiguration configuration, ILogger<EmbeddingMonitors> logger) : IDisposable
{
    /// <summary>Name of the HTTP client.</summary>
    public const string HttpClientName = "monitoring";

    const string ServiceName = "monitoring-worker";

    // Two promotions at once must not both find that there is none.
    readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Adds the weekly monitor of a model, unless its embeddings are watched already.</summary>
    /// <returns>Null, or a sentence that says why nothing watches them.</returns>
    public async Task<string?> EnsureAsync(string model, CancellationToken cancellation)
    {
        if (Address() is not { } address)
        {
            LogNobody(model);
            return null;
        }

        try
        {
            await PutAsync(address, model, new MonitorPlan(), change: false, cancellation);
            return null;
        }
        catch (ApiException refused)
        {
            LogUnwatched(refused, model);
            return $"Its embeddings are not watched: {refused.Message}";
        }
    }

    /// <summary>Adds a monitor, or brings the one that is there up to date.</summary>
    /// <param name="service">Address of the monitoring service.</param>
    /// <param name="model">The model.</param>
    /// <param name="plan">When it looks.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="ApiException">The monitoring service refuses or cannot be reached.</exception>
    public Task<MonitorRecord> PutAsync(string service, string model, MonitorPlan plan, CancellationToken cancellation) =>
        PutAsync(new Uri(service), model, plan, change: true, cancellation);

    /// <summary>Says before anything is done that a plan cannot be kept.</summary>
    /// <exception cref="InvalidDataException">It has a webhook, and there is no secret to sign with; a sentence.</exception>
    public void Check(MonitorPlan plan)
    {
        if (plan.Webhook is not null && options.Value.WebhookSecret is null)
        {
            throw new InvalidDataException("What a monitor posts to its webhook is signed: set ImageMonitors__WebhookSecret to a secret of 16 to 256 characters.");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    async Task<MonitorRecord> PutAsync(Uri service, string model, MonitorPlan plan, bool change, CancellationToken cancellation)
    {
        using var http = clients.CreateClient(HttpClientName);
        http.BaseAddress = service;
        var client = new MonitoringClient(http);
        await _one.WaitAsync(cancellation);
        try
        {
            var known = (await client.ListMonitorsAsync(model, cancellation)).FirstOrDefault(monitor => monitor.Settings.Kind == ReportKinds.EmbeddingDrift);
            return known is null ? await client.AddMonitorAsync(RequestOf(model, plan), cancellation)
                : change ? await client.ChangeMonitorAsync(known.MonitorId, RequestOf(model, plan), cancellation)
                : known;
        }
        finally
        {
            _one.Release();
        }
    }

    Uri? Address() => options.Value.Service is { } service ? new(service)
        : configuration.GetSection($"services:{ServiceName}").Exists() ? new($"http://{ServiceName}")
        : null;

    MonitorRequest RequestOf(string model, MonitorPlan plan)
    {
        var name = $"{model} embeddings";
        MonitorSettings settings = new()
        {
            Name = name[..Math.Min(MonitorSettings.LongestName, name.Length)],
            Model = model,
            Kind = ReportKinds.EmbeddingDrift,
            Cron = plan.Cron,
            Window = plan.Window,
            MinimumRows = plan.MinimumRows,
            WebhookUrl = plan.Webhook,
        };
        return new(settings, plan.Webhook is null ? null : options.Value.WebhookSecret);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No monitoring service is known, so nothing watches the embeddings of {Model}; set ImageMonitors__Service to its address")]
    partial void LogNobody(string model);

    [LoggerMessage(Level = LogLevel.Error, Message = "The embeddings of {Model} are not watched")]
    partial void LogUnwatched(Exception refused, string model);
}
