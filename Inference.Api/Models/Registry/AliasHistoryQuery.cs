using System.ComponentModel;
using AspireMl.ServiceDefaults.Queries;
using AspireMl.ServiceDefaults.Refusals;
using AspireMl.Storage.Registry;

namespace AspireMl.Inference.Api.Models.Registry;

/// <summary>The query of an alias history, as it was sent.</summary>
sealed record AliasHistoryQuery(
    [property: Description("The alias; all of them when left out.")] string? Alias,
    [property: Description("Latest time, inclusive: the first move of an alias up to then says which version it named.")] string? At,
    [property: Description("The nextCursor of the page before.")] string? Cursor,
    [property: Description("Most moves to return, 1 to 200; 50 when left out.")] string? Limit)
{
    /// <summary>Reads the query.</summary>
    /// <exception cref="RefusalException">A value is not one: status 400.</exception>
    public AliasMoveFilter ToFilter(string model) => new(model)
    {
        Alias = QueryValue.Name(Alias, "alias"),
        At = QueryValue.Time(At, "at"),
        After = QueryValue.Cursor(Cursor),
        Limit = QueryValue.Limit(Limit, new AliasMoveFilter(model).Limit, AliasMoveFilter.MaxLimit),
    };
}
