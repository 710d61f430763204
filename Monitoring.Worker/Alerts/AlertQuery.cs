using System.ComponentModel;
using AspireMl.Contracts.Monitoring;
using AspireMl.ServiceDefaults.Queries;
using AspireMl.ServiceDefaults.Refusals;
using AspireMl.Storage.Monitoring;

namespace AspireMl.Monitoring.Worker.Alerts;

/// <summary>The query of the list of alerts, as it was sent.</summary>
sealed record AlertQuery(
    [property: Description("A model's name.")] string? Model,
    [property: Description("open, acknowledged or resolved.")] string? State,
    [property: Description("The nextCursor of the page before.")] string? Cursor,
    [property: Description("Most alerts to return, 1 to 200; 50 when left out.")] string? Limit)
{
    /// <exception cref="RefusalException">A value is not one: status 400.</exception>
    public AlertFilter ToFilter() => new()
    {
        Model = QueryValue.Name(Model, "model"),
        State = QueryValue.OneOf(State, "state", [.. AlertStates.All]),
        After = QueryValue.Cursor(Cursor),
        Limit = QueryValue.Limit(Limit, 50, AlertFilter.MaxLimit),
    };
}
