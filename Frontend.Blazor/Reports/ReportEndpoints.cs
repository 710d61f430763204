using AspireMl.Contracts.Clients;
using AspireMl.Frontend.Blazor.Web;

namespace AspireMl.Frontend.Blazor.Reports;

/// <summary>Passes reports on as the services write them, so that browsers need not reach the services.</summary>
internal static class ReportEndpoints
{
    public static string PathOf(Guid reportId) => $"reports/{reportId}";

    public static string PathOfRun(Guid runId) => $"retraining/{runId}/report";

    public static string PathOfEvaluation(string model, string split) => $"models/{Uri.EscapeDataString(model)}/evaluation/{split}";

    public static string PathOfExplanation(string model, string split) => $"models/{Uri.EscapeDataString(model)}/explanation/{split}";

    public static IEndpointRouteBuilder MapReports(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/").ExcludeFromDescription();
        group.MapGet("/reports/{id:guid}", (Guid id, MonitoringClient monitoring, HttpContext context) =>
            StreamAsync(context, monitoring.OpenReportPageAsync(id, context.RequestAborted)));
        group.MapGet("/retraining/{id:guid}/report", (Guid id, TrainingClient training, HttpContext context) =>
            StreamAsync(context, training.OpenReportPageAsync(id, context.RequestAborted)));
        group.MapGet("/models/{model}/evaluation/{split}", (string model, string split, TrainingClient training, HttpContext context) =>
            StreamAsync(context, training.OpenEvaluationPageAsync(model, split, context.RequestAborted)));
        group.MapGet("/models/{model}/explanation/{split}", (string model, string split, TrainingClient training, HttpContext context) =>
            StreamAsync(context, training.OpenExplanationPageAsync(model, split, context.RequestAborted)));
        group.MapGet("/image-datasets/{dataset}/versions/{number:int}/checks", (string dataset, int number, ImageDatasetClient datasets, HttpContext context) =>
            StreamAsync(context, datasets.OpenCheckPageAsync(dataset, number, context.RequestAborted)));
        return routes;
    }

    static async Task<IResult> StreamAsync(HttpContext context, Task<Stream> opening)
    {
        try
        {
            await using var page = await opening;
            SecurityHeaders.ConfineReport(context.Response);
            context.Response.ContentType = "text/html; charset=utf-8";
            await page.CopyToAsync(context.Response.Body, context.RequestAborted);
            return TypedResults.Empty;
        }
        catch (ApiException refusal)
        {
            // A person reads this in a window of its own: a sentence serves better than a problem document.
            return TypedResults.Text(refusal.Message, statusCode: (int?)refusal.Status ?? StatusCodes.Status503ServiceUnavailable);
        }
    }
}
