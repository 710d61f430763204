using AspireMl.Contracts.Monitoring;
using AspireMl.Contracts.Paging;

namespace AspireMl.Storage.Monitoring;

/// <summary>The alerts, and what is to be posted about them. Safe for use by many threads and processes; every call may be repeated.</summary>
/// <remarks>Every member throws <see cref="StorageUnavailableException"/> while the store cannot be reached.</remarks>
public interface IAlertStore
{
    /// <summary>
    /// Notes what a monitor saw: raises an alert unless one is open, or resolves the open one. With the alert, and only then, what is
    /// to be posted about it is noted as well.
    /// </summary>
    /// <returns>The event, or null when the alert was there already or nothing was open.</returns>
    Task<AlertEvent?> ObserveAsync(AlertObservation observation, CancellationToken cancellation);

    /// <summary>One alert, or null.</summary>
    Task<Alert?> FindAsync(Guid alertId, CancellationToken cancellation);

    /// <summary>Alerts, newest first.</summary>
    Task<Page<Alert>> ListAsync(AlertFilter filter, CancellationToken cancellation);

    /// <summary>Notes that a person knows; the first one stays noted.</summary>
    /// <returns>The alert, or null when there is none.</returns>
    Task<Alert?> AcknowledgeAsync(Guid alertId, string by, DateTimeOffset at, CancellationToken cancellation);

    /// <summary>Takes what is to be posted next, so that nobody else does before a time; null when nothing is due.</summary>
    Task<WebhookDelivery?> ClaimDeliveryAsync(DateTimeOffset now, DateTimeOffset until, CancellationToken cancellation);

    /// <summary>Notes what came of posting.</summary>
    Task EndDeliveryAsync(WebhookOutcome outcome, CancellationToken cancellation);

    /// <summary>Forgets alerts that were resolved before a time, with what was posted about them. One that is open stays, however old.</summary>
    /// <param name="time">The time.</param>
    /// <param name="limit">Most alerts that this call forgets, at least 1.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>How many were forgotten; fewer than the limit when no more are as old.</returns>
    Task<int> DeleteResolvedBeforeAsync(DateTimeOffset time, int limit, CancellationToken cancellation);

    /// <summary>Forgets what was posted, or given up, before a time; what is still to be posted stays.</summary>
    /// <param name="time">The time.</param>
    /// <param name="limit">Most deliveries that this call forgets, at least 1.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>How many were forgotten; fewer than the limit when no more are as old.</returns>
    Task<int> DeleteDeliveriesBeforeAsync(DateTimeOffset time, int limit, CancellationToken cancellation);
}
