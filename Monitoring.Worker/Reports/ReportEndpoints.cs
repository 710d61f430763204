using System.Net.Mime;
using AspireMl.Contracts.Monitoring;
using AspireMl.Contracts.Paging;
using AspireMl.Monitoring.Worker.Drift;
using AspireMl.ServiceDefaults.Refusals;
using AspireMl.Storage.Monitoring;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AspireMl.Monitoring.Worker.Reports;

static class ReportEndpoints
{
    static readonly int[] Problems = [400, 404, 422, 503];

    public static RouteGroupBuilder MapReports(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1").WithTags("Reports").AddEndpointFilter<RefusalFilter>();
        foreach (var status in Problems)
        {
            group.ProducesProblem(status);
        }

        group.MapGet("/models/{model}/drift", DriftAsync).WithName("GetDrift").Produces<DriftReport>()
            .WithSummary("Makes and keeps a report of how far the features that a model is asked about have moved.");
        group.MapGet("/models/{model}/target-drift", TargetDriftAsync).WithName("GetTargetDrift").Produces<DriftReport>()
            .WithSummary("Makes and keeps a report of how far the labels that arrive have moved.");
        group.MapGet("/models/{model}/drift/history", HistoryAsync).WithName("ListReports")
            .WithSummary("Lists the reports of a model, newest first, with their figures.");
        group.MapGet("/reports/{id}", FindAsync).WithName("GetReport").WithSummary("A report as it was made.");
        return group;
    }

    static async Task<IResult> DriftAsync(string model, [AsParameters] ReportQuery query, DriftWatch watch, TimeProvider time, CancellationToken cancellation) =>
        Show(query.WantsHtml, await watch.FeaturesAsync(query.ToDrift(model, time), cancellation));

    static async Task<IResult> TargetDriftAsync(string model, [AsParameters] ReportQuery query, DriftWatch watch, TimeProvider time, CancellationToken cancellation) =>
        Show(query.WantsHtml, await watch.TargetAsync(query.ToDrift(model, time), cancellation));

    static async Task<Ok<Page<ReportSummary>>> HistoryAsync(string model, [AsParameters] HistoryQuery query, IReportStore store, CancellationToken cancellation) =>
        TypedResults.Ok(await store.ListAsync(query.ToFilter(model), cancellation));

    static async Task<IResult> FindAsync(string id, string? format, IReportStore store, CancellationToken cancellation)
    {
        var html = new ReportQuery(null, null, null, null, format).WantsHtml;
        var stored = Guid.TryParseExact(id, "D", out var reportId) ? await store.FindAsync(reportId, cancellation) : null;
        return stored is null ? throw Refusal.Unknown("There is no report with this id; the history of the model lists those there are.")
            : html ? ReportPages.Show(stored)
            : TypedResults.Text(stored.Document, MediaTypeNames.Application.Json);
    }

    static IResult Show(bool html, DriftReport report) => html ? ReportPages.Show(report) : TypedResults.Ok(report);
}
