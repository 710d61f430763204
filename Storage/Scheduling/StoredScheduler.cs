using AspireMl.Storage.PostgreSql;
using Quartz;

namespace AspireMl.Storage.Scheduling;

/// <summary>The service's scheduler, whose jobs and times are kept in the database. Safe for use by many threads.</summary>
public sealed class StoredScheduler(ISchedulerFactory schedulers, IDatabase database)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // Its tables are there once it has been started.
    readonly TaskCompletionSource<IScheduler> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Tells the scheduler something.</summary>
    /// <exception cref="StorageUnavailableException">The database cannot be reached, or the service is still starting.</exception>
    public Task TellAsync(Func<IScheduler, Task> tell, CancellationToken cancellation) => UseAsync(
        async scheduler =>
        {
            await tell(scheduler);
            return true;
        },
        cancellation);

    /// <summary>Asks the scheduler something.</summary>
    /// <exception cref="StorageUnavailableException">The database cannot be reached, or the service is still starting.</exception>
    public Task<T> UseAsync<T>(Func<IScheduler, Task<T>> use, CancellationToken cancellation) => ReachAsync(
        async () =>
        {
            try
            {
                await _started.Task.WaitAsync(Patience, cancellation);
            }
            catch (TimeoutException waited)
            {
                throw new StorageUnavailableException("The service is still starting; try again in a moment.", waited);
            }

            return await use(await _started.Task);
        },
        cancellation);

    /// <summary>Starts the scheduler.</summary>
    /// <exception cref="StorageUnavailableException">The database cannot be reached.</exception>
    internal Task<IScheduler> StartAsync(CancellationToken cancellation) => ReachAsync(
        async () =>
        {
            var scheduler = await schedulers.GetScheduler(cancellation);
            await scheduler.Start(cancellation);
            _started.TrySetResult(scheduler);
            return scheduler;
        },
        cancellation);

    async Task<T> ReachAsync<T>(Func<Task<T>> use, CancellationToken cancellation)
    {
        // The scheduler cannot be made while the database is away, and waits for it long when it is.
        await database.PingAsync(cancellation);
        try
        {
            return await use();
        }
        catch (Exception failure) when (failure is not StorageUnavailableException && PostgresFailures.MeansUnavailable(failure.GetBaseException()))
        {
            throw PostgresFailures.Unavailable(failure);
        }
    }
}
