using AspireMl.Contracts.ImageDatasets;
using AspireMl.Retraining.Worker.ImageDatasets.Endpoints;
using AspireMl.Retraining.Worker.Reports;
using AspireMl.Storage.ImageDatasets;

namespace AspireMl.Retraining.Worker.Images.Checks;

/// <summary>The report of the checks of a version.</summary>
internal static class ImageCheckEndpoints
{
    public static void Map(RouteGroupBuilder group) =>
        group.MapGet("/{dataset}/versions/{number:int}/checks", GetAsync).WithName("CheckImages").Produces<ImageCheckReport>()
            .WithSummary("What was looked for in a version before training, as JSON or as a page of its own (format=html).");

    static async Task<IResult> GetAsync(
        string dataset, int number, string? format, IImageDatasetStore store, ImageCheckReports reports, ReportPictures pictures, CancellationToken cancellation)
    {
        var html = ReportFormat.WantsHtml(format);
        var version = await ImageDatasetEndpoints.RequireAsync(dataset, number, store, cancellation);
        var (report, _) = await reports.GetAsync(version, null, (_, _) => { }, cancellation);
        return html
            ? ReportPages.Show(report, await pictures.OfAsync(report.Checks.SelectMany(check => check.Examples).Select(entry => entry.Sha256), cancellation))
            : TypedResults.Ok(report);
    }
}
