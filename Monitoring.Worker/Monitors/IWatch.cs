using AspireMl.Contracts.Datasets;
using AspireMl.Contracts.Monitoring;
using AspireMl.Monitoring.Worker.Drift;

namespace AspireMl.Monitoring.Worker.Monitors;

/// <summary>Makes the reports of one kind.</summary>
interface IWatch
{
    /// <summary>One of <see cref="ReportKinds"/>.</summary>
    string Kind { get; }

    /// <summary>The split that is the reference unless somebody names another.</summary>
    string DefaultReference => DatasetSplits.Training;

    /// <summary>Makes a report and keeps it.</summary>
    /// <exception cref="ServiceDefaults.Refusals.RefusalException">It cannot be made, for example because there are no rows.</exception>
    /// <exception cref="Storage.StorageUnavailableException">The database cannot be reached.</exception>
    Task<ReportHead> WatchAsync(DriftRequest request, CancellationToken cancellation);

    /// <summary>What a report of this kind says, in a sentence.</summary>
    string Describe(ReportHead report);
}
