using AspireMl.Contracts.Monitoring;

namespace AspireMl.Storage.Monitoring;

/// <summary>The monitors and what came of their last runs. Safe for use by many threads and processes; every call may be repeated.</summary>
/// <remarks>When each runs next is not known here: <see cref="MonitorRecord.NextRunAt"/> is null. Every member throws <see cref="StorageUnavailableException"/> while the store cannot be reached.</remarks>
public interface IMonitorStore
{
    /// <summary>Adds a monitor.</summary>
    /// <param name="monitor">The monitor.</param>
    /// <param name="webhookSecret">Its secret, or null.</param>
    /// <param name="most">How many monitors there may be.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The monitor, or null when there are as many already.</returns>
    Task<MonitorRecord?> AddAsync(MonitorRecord monitor, string? webhookSecret, int most, CancellationToken cancellation);

    /// <summary>Changes a monitor.</summary>
    /// <param name="monitor">The monitor; what its runs left behind is not taken from it.</param>
    /// <param name="webhookSecret">Its secret; null keeps the one there is.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The monitor, or null when there is none of its id.</returns>
    Task<MonitorRecord?> ChangeAsync(MonitorRecord monitor, string? webhookSecret, CancellationToken cancellation);

    /// <summary>One monitor, or null.</summary>
    Task<MonitorRecord?> FindAsync(Guid monitorId, CancellationToken cancellation);

    /// <summary>All monitors, or those of a model, by the time when they were made.</summary>
    Task<IReadOnlyList<MonitorRecord>> ListAsync(string? model, CancellationToken cancellation);

    /// <summary>Removes a monitor with its alerts.</summary>
    /// <returns>False when there was none.</returns>
    Task<bool> DeleteAsync(Guid monitorId, CancellationToken cancellation);

    /// <summary>Notes what came of a monitor's run, unless the monitor is gone.</summary>
    Task NoteAsync(MonitorRun run, CancellationToken cancellation);

    /// <summary>How everything that is watched stands, for gauges.</summary>
    Task<MonitoringStatus> ReadStatusAsync(CancellationToken cancellation);
}
