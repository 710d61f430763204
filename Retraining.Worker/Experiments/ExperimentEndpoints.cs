using System.Net.Mime;
using System.Text;
using System.Text.Json;
using AspireMl.Contracts.Paging;
using AspireMl.Contracts.Training;
using AspireMl.Retraining.Worker.Runs.Endpoints;
using AspireMl.ServiceDefaults.Queries;
using AspireMl.ServiceDefaults.Refusals;
using AspireMl.Storage.Runs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AspireMl.Retraining.Worker.Experiments;

internal static class ExperimentEndpoints
{
    const int LeastCompared = 2;
    const int MostCompared = 20;
    const int MostExported = 10_000;
    const string Csv = "csv";
    const string Json = "json";

    public static RouteGroupBuilder MapExperiments(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/experiments").WithTags("Experiments").WithRefusals(400, 404, 503);
        group.MapGet("/", ListAsync).WithName("ListExperiments").WithSummary("Runs with their parameters and metrics, newest first.");
        group.MapGet("/compare", CompareAsync).WithName("CompareExperiments").WithSummary("2 to 20 runs side by side; runs holds their ids with commas between them.");
        group.MapGet("/export", ExportAsync).WithName("ExportExperiments").WithSummary("The newest 10,000 runs with their parameters and metrics as a file, CSV or JSON.");
        return group;
    }

    static async Task<Ok<Page<Experiment>>> ListAsync([AsParameters] RunQuery query, IRunStore runs, CancellationToken cancellation)
    {
        var page = await runs.ListAsync(query.ToFilter(), cancellation);
        return TypedResults.Ok(new Page<Experiment>([.. page.Items.Select(ExperimentRecords.Of)], page.NextCursor));
    }

    static async Task<Ok<ExperimentComparison>> CompareAsync(string? runs, IRunStore store, CancellationToken cancellation)
    {
        string[] ids = (runs ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (ids.Length is < LeastCompared or > MostCompared)
        {
            throw Refusal.Malformed($"runs holds {LeastCompared} to {MostCompared} ids of runs with commas between them.");
        }

        List<Experiment> experiments = [];
        foreach (var id in ids.Distinct())
        {
            experiments.Add(Guid.TryParseExact(id, "D", out var runId) && await store.FindAsync(runId, cancellation) is { } run
                ? ExperimentRecords.Of(run)
                : throw Refusal.Unknown($"There is no run with the id {new string([.. id.Take(40).Where(character => !char.IsControl(character))])}; GET /v1/experiments lists them."));
        }

        return TypedResults.Ok(ExperimentTable.Compare(experiments));
    }

    static async Task<FileContentHttpResult> ExportAsync(string? format, string? model, IRunStore runs, CancellationToken cancellation)
    {
        var chosen = QueryValue.OneOf(format, "format", [Csv, Json]) ?? Csv;
        var experiments = await ReadAsync(QueryValue.Name(model, "model"), runs, cancellation);
        return chosen == Csv
            ? TypedResults.File(Encoding.UTF8.GetBytes(ExperimentCsv.Of(experiments)), $"{MediaTypeNames.Text.Csv}; charset=utf-8", "experiments.csv")
            : TypedResults.File(JsonSerializer.SerializeToUtf8Bytes(experiments, JsonSerializerOptions.Web), MediaTypeNames.Application.Json, "experiments.json");
    }

    static async Task<IReadOnlyList<Experiment>> ReadAsync(string? model, IRunStore runs, CancellationToken cancellation)
    {
        List<Experiment> experiments = [];
        var filter = new RunFilter { Model = model, Limit = RunFilter.MaxLimit };
        while (true)
        {
            var page = await runs.ListAsync(filter, cancellation);
            experiments.AddRange(page.Items.Select(ExperimentRecords.Of));
            if (experiments.Count >= MostExported || !PageCursor.TryParse(page.NextCursor, out var after))
            {
                return experiments;
            }

            filter = filter with { After = after };
        }
    }
}
