using AspireMl.ServiceDefaults.Queries;
using AspireMl.Storage.Runs;

namespace AspireMl.Retraining.Worker.Runs.Endpoints;

/// <summary>Which runs to list.</summary>
internal sealed record RunQuery(string? Model, string? Cursor, string? Limit)
{
    /// <summary>As the store takes it.</summary>
    public RunFilter ToFilter() => new()
    {
        Model = QueryValue.Name(Model, "model"),
        After = QueryValue.Cursor(Cursor),
        Limit = QueryValue.Limit(Limit, new RunFilter().Limit, RunFilter.MaxLimit),
    };
}
