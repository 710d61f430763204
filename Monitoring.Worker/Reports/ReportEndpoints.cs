using System.Net.Mime;
using AspireMl.Contracts.Monitoring;
using AspireMl.Contracts.Paging;
using AspireMl.Monitoring.Worker.Monitors;
using AspireMl.ServiceDefaults.Refusals;
using AspireMl.Storage.Monitoring;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AspireMl.Monitoring.Worker.Reports;

static class ReportEndpoints
{
    public static RouteGroupBuilder MapReports(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1").WithTags("Reports").WithRefusals(400, 404, 422, 503);
        group.MapWatch<DriftReport>("drift", ReportKinds.DataDrift, "GetDrift", "Makes and keeps a report of how far the features that a model is asked about have moved.");
        group.MapWatch<DriftReport>("target-drift", ReportKinds.TargetDrift, "GetTargetDrift", "Makes and keeps a report of how far the labels that arrive have moved.");
        group.MapWatch<DriftReport>("prediction-drift", ReportKinds.PredictionDrift, "GetPredictionDrift", "Makes and keeps a report of how far what a model predicts has moved.");
        group.MapWatch<PerformanceReport>("performance", ReportKinds.Performance, "GetPerformance", "Makes and keeps a report of how wrong a model is, by labels and by an estimate.");
        group.MapWatch<QualityReport>("quality", ReportKinds.Quality, "GetQuality", "Makes and keeps a report of missing, impossible, constant and repeated values.");
        group.MapWatch<EmbeddingReport>("embedding-drift", ReportKinds.EmbeddingDrift, "GetEmbeddingDrift", "Makes and keeps a report of how different images look to a model, newest first, against the reference in its package.");
        group.MapGet("/models/{model}/drift/history", HistoryAsync).WithName("ListReports")
            .WithSummary("Lists the reports of a model, newest first, with their figures.");
        group.MapGet("/reports/{id}", FindAsync).WithName("GetReport").WithSummary("A report as it was made.");
        return group;
    }

    static void MapWatch<TReport>(this RouteGroupBuilder group, string path, string kind, string name, string summary)
        where TReport : ReportHead =>
        group.MapGet($"/models/{{model}}/{path}", async (
            string model, [AsParameters] ReportQuery query, IEnumerable<IWatch> watches, TimeProvider time, CancellationToken cancellation) =>
        {
            var html = query.WantsHtml;
            var watch = watches.Single(watch => watch.Kind == kind);
            var report = (TReport)await watch.WatchAsync(query.ToDrift(model, watch.DefaultReference, time), cancellation);
            return html ? ReportPages.Show(report) : TypedResults.Ok(report);
        }).WithName(name).WithSummary(summary).Produces<TReport>();

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
}
