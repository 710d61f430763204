using System.ComponentModel;
using AspireMl.Contracts.Monitoring;
using AspireMl.ServiceDefaults.Queries;
using AspireMl.ServiceDefaults.Refusals;
using AspireMl.Storage.Monitoring;

namespace AspireMl.Monitoring.Worker.Reports;

/// <summary>The query of a history of reports, as it was sent.</summary>
sealed record HistoryQuery(
    [property: Description("data-drift, prediction-drift, target-drift, quality, performance or embedding-drift; any when left out.")] string? Kind,
    [property: Description("Made not before this time.")] string? From,
    [property: Description("Made before this time.")] string? To,
    [property: Description("The nextCursor of the page before.")] string? Cursor,
    [property: Description("Most reports to return, 1 to 500; 50 when left out.")] string? Limit)
{
    /// <exception cref="RefusalException">A value is not one: status 400.</exception>
    public ReportFilter ToFilter(string model) => new()
    {
        Model = model,
        Kind = QueryValue.OneOf(Kind, "kind", [.. ReportKinds.All]),
        From = QueryValue.Time(From, "from"),
        To = QueryValue.Time(To, "to"),
        After = QueryValue.Cursor(Cursor),
        Limit = QueryValue.Limit(Limit, 50, ReportFilter.MaxLimit),
    };
}
