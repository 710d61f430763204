using AspireMl.Monitoring.Worker.Telemetry;
using AspireMl.Storage;
using AspireMl.Storage.Monitoring;
using Microsoft.Extensions.Options;

namespace AspireMl.Monitoring.Worker.Webhooks;

/// <summary>Posts what is due, and again after failures, until it is accepted or has failed too often. Deliveries outlive the process.</summary>
sealed partial class WebhookSender(
    IAlertStore store, WebhookClient client, MonitoringMetrics metrics, TimeProvider time, IOptions<WebhookOptions> options, ILogger<WebhookSender> logger) : BackgroundService
{
    // Longer than an attempt may take, so that no other worker posts the same meanwhile.
    TimeSpan Lease => options.Value.Timeout * 2;

    GrowingWait Waits => new(options.Value.FirstRetry, options.Value.LongestRetry);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.PollInterval);
        do
        {
            try
            {
                while (await SendNextAsync(stoppingToken))
                {
                }
            }
            catch (StorageUnavailableException unavailable)
            {
                LogAway(unavailable.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    async Task<bool> SendNextAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (await store.ClaimDeliveryAsync(now, now + Lease, cancellation) is not { } delivery)
        {
            return false;
        }

        var failure = delivery.Url is null ? "The monitor has no webhook any more." : await client.PostAsync(delivery, cancellation);
        var ended = failure is null || delivery.Url is null || delivery.Attempts >= options.Value.MaxAttempts;
        var at = time.GetUtcNow();
        await store.EndDeliveryAsync(new(delivery.DeliveryId, at, failure is null, ended ? null : at + Waits.After(delivery.Attempts), failure), cancellation);
        metrics.RecordWebhook(failure is null ? WebhookOutcomes.Delivered : ended ? WebhookOutcomes.GivenUp : WebhookOutcomes.Failed);
        if (failure is not null)
        {
            LogFailure(delivery.DeliveryId, delivery.Attempts, failure, ended ? "It is given up." : "It is tried again.");
        }

        return true;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Webhooks wait: {Reason}")]
    partial void LogAway(string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Delivery {DeliveryId} failed (attempt {Attempt}): {Reason} {Outcome}")]
    partial void LogFailure(Guid deliveryId, int attempt, string reason, string outcome);
}
