using AspireMl.Contracts.Jobs;
using AspireMl.Inference.Api.Models;
using AspireMl.Inference.Api.Telemetry;
using AspireMl.Storage;
using AspireMl.Storage.Jobs;
using AspireMl.Storage.Queue;
using Microsoft.Extensions.Options;

namespace AspireMl.Inference.Api.Jobs;

/// <summary>Consumes the queue of each service once the models are ready, and follows the list of services.</summary>
sealed partial class JobConsumers(
    IServiceStore services,
    IMessageBroker broker,
    JobHandler handler,
    ModelCatalog catalog,
    InferenceMetrics metrics,
    IOptions<JobOptions> options,
    ILogger<JobConsumers> logger)
    : BackgroundService
{
    readonly Dictionary<string, (ServiceBinding Binding, IAsyncDisposable Subscription)> _consumed = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await FollowAsync(stoppingToken);
                await Task.Delay(options.Value.ServicesRefresh, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        finally
        {
            await Task.WhenAll(_consumed.Values.Select(consumed => consumed.Subscription.DisposeAsync().AsTask()));
        }
    }

    async Task FollowAsync(CancellationToken cancellation)
    {
        if (catalog.WhyNotReady is not null)
        {
            return;
        }

        try
        {
            var bindings = await services.ListAsync(cancellation);
            foreach (var (name, consumed) in _consumed.Where(consumed => !bindings.Contains(consumed.Value.Binding)).ToArray())
            {
                _consumed.Remove(name);
                await consumed.Subscription.DisposeAsync();
            }

            foreach (var binding in bindings.Where(binding => !_consumed.ContainsKey(binding.Service)))
            {
                metrics.RecordServiceBound(binding.Service);
                _consumed[binding.Service] = (
                    binding,
                    broker.Subscribe(binding.Service, options.Value.Prefetch, (delivery, stopping) => handler.HandleAsync(binding, delivery, stopping)));
            }
        }
        catch (StorageUnavailableException unavailable)
        {
            LogWaiting(unavailable.Message);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The caller stops.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The services are not known now: {Reason}")]
    partial void LogWaiting(string reason);
}
