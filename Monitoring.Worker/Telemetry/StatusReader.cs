using AspireMl.Monitoring.Worker.Monitors;
using AspireMl.Storage;
using AspireMl.Storage.Monitoring;
using Microsoft.Extensions.Options;

namespace AspireMl.Monitoring.Worker.Telemetry;

/// <summary>Brings the gauges up to date.</summary>
sealed partial class StatusReader(
    IMonitorStore store, MonitorTimes times, StatusGauges gauges, IOptions<TelemetryOptions> options, ILogger<StatusReader> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.Refresh);
        do
        {
            try
            {
                gauges.Show(await ReadAsync(stoppingToken));
            }
            catch (StorageUnavailableException unavailable)
            {
                LogAway(unavailable.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    async Task<MonitoringStatus> ReadAsync(CancellationToken cancellation)
    {
        var status = await store.ReadStatusAsync(cancellation);
        var monitors = await times.ShowAsync([.. status.Monitors.Select(one => one.Monitor)], cancellation);
        return status with { Monitors = [.. status.Monitors.Zip(monitors, (one, monitor) => one with { Monitor = monitor })] };
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The gauges are not brought up to date: {Reason}")]
    partial void LogAway(string reason);
}
