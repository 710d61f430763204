using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AspireMl.Storage.PostgreSql;

/// <summary>Migrates at start, and goes on trying while the database is away; the service starts meanwhile.</summary>
sealed partial class PostgresMigrationService(PostgresDatabase database, ILogger<PostgresMigrationService> logger) : BackgroundService
{
    static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(200);
    static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var delay = FirstDelay; ; delay = TimeSpan.FromTicks(Math.Min(delay.Ticks * 2, LongestDelay.Ticks)))
        {
            try
            {
                await database.PingAsync(stoppingToken);
                return;
            }
            catch (StorageUnavailableException unavailable)
            {
                LogWaiting(unavailable.InnerException?.Message ?? unavailable.Message);
            }

            await Task.Delay(delay, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Waiting for the database: {Reason}")]
    partial void LogWaiting(string reason);
}
