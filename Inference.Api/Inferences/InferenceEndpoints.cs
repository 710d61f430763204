using AspireMl.Contracts.Inferences;
using AspireMl.Contracts.Paging;
using AspireMl.ServiceDefaults.Refusals;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace AspireMl.Inference.Api.Inferences;

static class InferenceEndpoints
{
    public static RouteGroupBuilder MapInferences(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/inferences").WithTags("Inferences")
            .AddEndpointFilter<RefusalFilter>()
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        group.MapGet("/", ListAsync).WithName("ListInferences").WithSummary("Lists recorded inferences, newest first.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        group.MapGet("/{id}", GetAsync).WithName("GetInference").WithSummary("One inference with its words and features.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/{id}/image", GetImageAsync).WithName("GetInferenceImage").WithSummary("The image that was asked about.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/{id}/heatmap", GetHeatmapAsync).WithName("GetInferenceHeatmap").WithSummary("Where in the image the label was seen, as PNG in grey.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        return group;
    }

    static async Task<Ok<Page<InferenceRecord>>> ListAsync([AsParameters] InferenceQuery query, InferenceHistory history, CancellationToken cancellation) =>
        TypedResults.Ok(await history.ListAsync(query.ToFilter(), cancellation));

    static async Task<Ok<InferenceRecord>> GetAsync(string id, RecordedInferences inferences, CancellationToken cancellation) =>
        TypedResults.Ok(await inferences.RequireAsync(id, cancellation));

    static async Task<FileStreamHttpResult> GetImageAsync(string id, RecordedInferences inferences, HttpResponse response, CancellationToken cancellation)
    {
        var record = await inferences.RequireAsync(id, cancellation);
        var (image, mediaType) = await inferences.RequireImageAsync(record, cancellation);
        return Picture(response, image, mediaType, record.InputHash);
    }

    static async Task<FileStreamHttpResult> GetHeatmapAsync(string id, RecordedInferences inferences, HttpResponse response, CancellationToken cancellation)
    {
        var record = await inferences.RequireAsync(id, cancellation);
        return Picture(response, await inferences.RequireHeatmapAsync(record, cancellation), "image/png", record.Heatmap);
    }

    static FileStreamHttpResult Picture(HttpResponse response, Stream picture, string mediaType, string? hash)
    {
        response.Headers.XContentTypeOptions = "nosniff";
        // A picture never changes, but what people upload is nobody else's to keep.
        response.Headers.CacheControl = "private, max-age=86400, immutable";
        return TypedResults.Stream(picture, mediaType, entityTag: new EntityTagHeaderValue($"\"{hash}\""), enableRangeProcessing: true);
    }
}
