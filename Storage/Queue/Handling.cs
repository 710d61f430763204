using Microsoft.Extensions.Logging;

namespace AspireMl.Storage.Queue;

/// <summary>Calls a handler; what it throws becomes another delivery.</summary>
static partial class Handling
{
    /// <summary>How long a message rests whose handler threw.</summary>
    public static readonly TimeSpan RestAfterFailure = TimeSpan.FromSeconds(1);

    public static async Task<Settlement> RunAsync(
        Func<Delivery, CancellationToken, Task<Settlement>> handler, Delivery delivery, ILogger logger, CancellationToken stopping)
    {
        try
        {
            return await handler(delivery, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return Settlement.Again(TimeSpan.Zero);
        }
        catch (Exception failure)
        {
            LogFailed(logger, delivery.Service, delivery.Attempt, failure);
            return Settlement.Again(RestAfterFailure);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A message of the service {Service} was not handled in attempt {Attempt}")]
    static partial void LogFailed(ILogger logger, string service, int attempt, Exception failure);
}
