using System.ComponentModel;
using AspireMl.Contracts.Jobs;
using AspireMl.ServiceDefaults.Queries;
using AspireMl.ServiceDefaults.Refusals;
using AspireMl.Storage.Jobs;

namespace AspireMl.Inference.Api.Jobs;

/// <summary>The query of the list of jobs, as it was sent.</summary>
sealed record JobQuery(
    [property: Description("queued, running, finished, failed or cancelled.")] string? Status,
    [property: Description("The nextCursor of the page before.")] string? Cursor,
    [property: Description("Most jobs to return, 1 to 200; 50 when left out.")] string? Limit)
{
    /// <summary>Reads the query.</summary>
    /// <exception cref="RefusalException">A value is not one: status 400.</exception>
    public JobFilter ToFilter() => new()
    {
        Status = QueryValue.OneOf(Status, "status", JobStatuses.All),
        After = QueryValue.Cursor(Cursor),
        Limit = QueryValue.Limit(Limit, new JobFilter().Limit, JobFilter.MaxLimit),
    };
}
