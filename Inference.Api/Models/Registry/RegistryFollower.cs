using AspireMl.Storage.Registry;
using Microsoft.Extensions.Options;

namespace AspireMl.Inference.Api.Models.Registry;

/// <summary>Follows the registry: at each change that it tells of, and now and then in case one was not heard of.</summary>
sealed partial class RegistryFollower(IModelRegistry registry, ModelUpdates updates, IOptions<ModelOptions> options, ILogger<RegistryFollower> logger) : IDisposable
{
    static readonly TimeSpan FirstRetry = TimeSpan.FromMilliseconds(200);
    static readonly TimeSpan Retry = TimeSpan.FromSeconds(2);

    readonly SemaphoreSlim _changed = new(0);

    /// <summary>Reads the registry for the first time; without it the installed packages are served.</summary>
    public async Task MeetAsync(CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(options.Value.RegistryPatience);
        while (!await TryAsync(() => updates.ReadAsync(patience.Token)))
        {
            await Task.Delay(FirstRetry, patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Follows until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var listening = ListenAsync(cancellation);
        while (!cancellation.IsCancellationRequested)
        {
            var done = await TryAsync(async () =>
            {
                await updates.ReadAsync(cancellation);
                await updates.LoadAsync(ModelOpener.Tasks, cancellation);
            });
            Task change = _changed.WaitAsync(done ? options.Value.RegistryRefresh : Retry, cancellation);
            await change.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await listening;
    }

    async Task ListenAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            await TryAsync(() => registry.ListenAsync(Wake, cancellation));
            await Task.Delay(Retry, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    void Wake()
    {
        if (_changed.CurrentCount == 0)
        {
            _changed.Release();
        }
    }

    // Whatever the registry's trouble is, what is served goes on being served.
    async Task<bool> TryAsync(Func<Task> work)
    {
        try
        {
            await work();
            return true;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
        catch (Exception failure)
        {
            LogWaiting(failure.InnerException?.Message ?? failure.Message);
            return false;
        }
    }

    public void Dispose() => _changed.Dispose();

    [LoggerMessage(Level = LogLevel.Warning, Message = "The registry cannot be followed now: {Reason}")]
    partial void LogWaiting(string reason);
}
