using AspireMl.Contracts.Monitoring;
using AspireMl.Contracts.Paging;

namespace AspireMl.Storage.Monitoring;

/// <summary>The reports that were made. Safe for use by many threads; every call may be repeated without changing its result.</summary>
/// <remarks>Every member throws <see cref="StorageUnavailableException"/> while the store cannot be reached.</remarks>
public interface IReportStore
{
    /// <summary>Keeps a report.</summary>
    /// <param name="summary">What lists show of it.</param>
    /// <param name="document">The whole as JSON.</param>
    /// <param name="cancellation">Gives up.</param>
    Task AddAsync(ReportSummary summary, string document, CancellationToken cancellation);

    /// <summary>A report as JSON, or null.</summary>
    Task<StoredReport?> FindAsync(Guid reportId, CancellationToken cancellation);

    /// <summary>Summaries, newest first.</summary>
    Task<Page<ReportSummary>> ListAsync(ReportFilter filter, CancellationToken cancellation);

    /// <summary>Forgets what was made before a time, oldest first. The last report of a monitor stays, and that of an alert that is open.</summary>
    /// <param name="time">The time.</param>
    /// <param name="limit">Most reports that this call forgets, at least 1.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>How many were forgotten; fewer than the limit when no more are as old.</returns>
    Task<int> DeleteBeforeAsync(DateTimeOffset time, int limit, CancellationToken cancellation);
}
