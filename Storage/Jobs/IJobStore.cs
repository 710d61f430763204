using AspireMl.Contracts.Jobs;
using AspireMl.Contracts.Paging;
using AspireMl.Storage.Retention;

namespace AspireMl.Storage.Jobs;

/// <summary>
/// The jobs and what became of them. A job moves by compare-and-set only, so that of two workers that hold the same
/// message one has its say. Safe for use by many threads; every call may be repeated.
/// </summary>
/// <remarks>Every member throws <see cref="StorageUnavailableException"/> while the store cannot be reached.</remarks>
public interface IJobStore
{
    /// <summary>Records a job as queued. An id that is there already is left as it is.</summary>
    Task AddAsync(JobRecord job, CancellationToken cancellation);

    /// <summary>One job, or null.</summary>
    Task<JobRecord?> FindAsync(Guid jobId, CancellationToken cancellation);

    /// <summary>Those of some jobs that someone asked to cancel.</summary>
    Task<IReadOnlyList<Guid>> FindCancelRequestedAsync(IReadOnlyList<Guid> jobIds, CancellationToken cancellation);

    /// <summary>Jobs, newest first, without payloads and results.</summary>
    Task<Page<JobRecord>> ListAsync(JobFilter filter, CancellationToken cancellation);

    /// <summary>How many jobs have each status.</summary>
    Task<IReadOnlyDictionary<string, long>> CountAsync(CancellationToken cancellation);

    /// <summary>What is queued and running, without a look at the jobs that have ended.</summary>
    Task<JobBacklog> ReadBacklogAsync(CancellationToken cancellation);

    /// <summary>The queued jobs of a service, oldest first.</summary>
    /// <param name="service">The service.</param>
    /// <param name="limit">Most jobs to return, at least 1.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<IReadOnlyList<Guid>> FindQueuedAsync(string service, int limit, CancellationToken cancellation);

    /// <summary>
    /// Makes a new, queued or running job this worker's. A running one belongs to a worker that lost its message: from then
    /// on that worker's <see cref="EndAsync"/> has no effect.
    /// </summary>
    /// <param name="job">The job; recorded when its id is not there yet.</param>
    /// <param name="worker">The worker's name.</param>
    /// <param name="startedAt">The time.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The job as it is recorded, running, with one attempt more; or null when it has ended already and must not be done.</returns>
    /// <exception cref="ArgumentException">The payload cannot be kept; the message says why.</exception>
    Task<JobRecord?> BeginAsync(JobRecord job, string worker, DateTimeOffset startedAt, CancellationToken cancellation);

    /// <summary>Ends an attempt: finished, failed, cancelled, or queued again.</summary>
    /// <returns>False when the job is not running in that attempt any more: nothing has changed.</returns>
    Task<bool> EndAsync(JobEnd outcome, CancellationToken cancellation);

    /// <summary>Cancels a queued job at once and asks a running one to stop.</summary>
    /// <returns>The job after that, or null when none of this id is queued or running.</returns>
    Task<JobRecord?> CancelAsync(Guid jobId, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Jobs that ended before a time, each with the image that its payload names.</summary>
    /// <param name="time">The time.</param>
    /// <param name="limit">Most jobs to return, at least 1.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<IReadOnlyList<AgedRecord>> FindEndedBeforeAsync(DateTimeOffset time, int limit, CancellationToken cancellation);

    /// <summary>Forgets those of these jobs that have ended. Their images stay.</summary>
    /// <returns>How many there were.</returns>
    Task<int> DeleteEndedAsync(IReadOnlyCollection<Guid> jobIds, CancellationToken cancellation);

    /// <summary>Those of these objects that a job, ended or not, names as its image.</summary>
    Task<IReadOnlySet<string>> FindObjectsInUseAsync(IReadOnlyCollection<string> objects, CancellationToken cancellation);
}
