using AspireMl.Storage;
using AspireMl.Storage.Monitoring;
using Microsoft.Extensions.Options;

namespace AspireMl.Monitoring.Worker.Telemetry;

/// <summary>Brings the gauges up to date.</summary>
sealed partial class StatusReader(IMonitorStore store, StatusGauges gauges, IOptions<TelemetryOptions> options, ILogger<StatusReader> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.Refresh);
        do
        {
            try
            {
                gauges.Show(await store.ReadStatusAsync(stoppingToken));
            }
            catch (StorageUnavailableException unavailable)
            {
                LogAway(unavailable.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The gauges are not brought up to date: {Reason}")]
    partial void LogAway(string reason);
}
