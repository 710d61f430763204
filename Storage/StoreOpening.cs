using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AspireMl.Storage;

/// <summary>Opens a store at start, and goes on trying while its server is away; the service starts meanwhile.</summary>
/// <param name="name">The store's name, for the log.</param>
/// <param name="open">Brings the schema or the indexes up to date.</param>
/// <param name="logger">Is told what it waits for.</param>
sealed partial class StoreOpening(string name, Func<CancellationToken, Task> open, ILogger<StoreOpening> logger) : BackgroundService
{
    static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(200);
    static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var delay = FirstDelay; ; delay = TimeSpan.FromTicks(Math.Min(delay.Ticks * 2, LongestDelay.Ticks)))
        {
            try
            {
                await open(stoppingToken);
                return;
            }
            catch (StorageUnavailableException unavailable)
            {
                LogWaiting(name, unavailable.InnerException?.Message ?? unavailable.Message);
            }

            await Task.Delay(delay, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Waiting for the {Store}: {Reason}")]
    partial void LogWaiting(string store, string reason);
}
