using AspireMl.Contracts.Paging;
using AspireMl.Contracts.Training;

namespace AspireMl.Storage.Runs;

/// <summary>
/// Training runs and who is at them. A run is held by one attempt at a time: the worker that claimed it last, as long as it
/// says so before its lease ends. Safe for use by many threads and processes.
/// </summary>
/// <remarks>Every member throws <see cref="StorageUnavailableException"/> while the store cannot be reached.</remarks>
public interface IRunStore
{
    /// <summary>Adds a queued run, unless one of its model waits or is running.</summary>
    /// <returns>The run of the model that waits or is running now: this one or the earlier one.</returns>
    Task<Guid> AddAsync(TrainingRun run, CancellationToken cancellation);

    /// <summary>One run, or null.</summary>
    Task<TrainingRun?> FindAsync(Guid runId, CancellationToken cancellation);

    /// <summary>Runs, newest first.</summary>
    Task<Page<TrainingRun>> ListAsync(RunFilter filter, CancellationToken cancellation);

    /// <summary>Takes the oldest run that waits or whose worker was silent for its lease; it is then running.</summary>
    /// <returns>The run, or null when there is nothing to do.</returns>
    Task<ClaimedRun?> ClaimAsync(string worker, TimeSpan lease, CancellationToken cancellation);

    /// <summary>Keeps a run and notes how far it is.</summary>
    Task<RunHold> HoldAsync(RunNote note, TimeSpan lease, CancellationToken cancellation);

    /// <summary>Ends an attempt.</summary>
    /// <returns>False, and nothing has changed, when the attempt does not hold the run any more.</returns>
    Task<bool> EndAsync(RunEnd ending, CancellationToken cancellation);

    /// <summary>Cancels a run that waits, and asks one that is running to stop; one that has ended stays as it is.</summary>
    /// <returns>The run, or null when there is none of this id.</returns>
    Task<TrainingRun?> CancelAsync(Guid runId, CancellationToken cancellation);

    /// <summary>Changes the decision of a finished run.</summary>
    /// <returns>The run, or null when there is no finished one of this id.</returns>
    Task<TrainingRun?> DecideAsync(Guid runId, string decision, string reason, CancellationToken cancellation);
}
