using Microsoft.Extensions.Logging;

namespace AspireMl.Storage.Queue;

/// <summary>Keeps a consumer at work: what breaks is begun again, after waits that grow until it works.</summary>
static partial class Consumption
{
    static readonly GrowingWait Waits = new(TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(5));

    /// <summary>Returns once it is stopped.</summary>
    /// <param name="service">Whose messages are consumed.</param>
    /// <param name="consume">Consumes until it breaks or is stopped; calls what it is given once it is at work.</param>
    /// <param name="logger">Told of what breaks.</param>
    /// <param name="stopping">Stops.</param>
    public static async Task KeepAsync(string service, Func<Action, CancellationToken, Task> consume, ILogger logger, CancellationToken stopping)
    {
        for (var attempts = 1; !stopping.IsCancellationRequested; attempts++)
        {
            try
            {
                await consume(() => attempts = 1, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                LogWaiting(logger, service, Waits.After(attempts), failure.Message);
            }

            await Task.Delay(Waits.After(attempts), stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The queue of {Service} is tried again in {Wait}: {Reason}")]
    public static partial void LogWaiting(ILogger logger, string service, TimeSpan wait, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A message of {Service} is settled but the queue does not know it: {Reason}")]
    public static partial void LogNotSettled(ILogger logger, string service, string reason);
}
