using System.ComponentModel;
using System.Net.Mime;
using AspireMl.Contracts.Images;
using AspireMl.Inference.Api.Telemetry;
using AspireMl.Inference.Api.Uploads;
using AspireMl.Inference.Api.Work;
using AspireMl.ServiceDefaults.Refusals;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace AspireMl.Inference.Api.Images;

static class ImageEndpoints
{
    const string TopWords = "How many labels, 1 to 100; 5 when left out.";

    public static RouteGroupBuilder MapImages(this IEndpointRouteBuilder routes)
    {
        var uploads = routes.ServiceProvider.GetRequiredService<IOptions<UploadOptions>>().Value;
        var images = routes.ServiceProvider.GetRequiredService<IOptions<ImageOptions>>().Value;
        var group = routes.MapGroup("/v1/images").WithTags("Images").WithRefusals(400, 408, 413, 415, 422, 429, 503);
        group.MapPost("/classify", ClassifyAsync).WithName("ClassifyImage")
            .WithSummary("Says what an image shows.")
            .WithDescription("The most probable labels come first. With explain=true a heat map shows where the first one was seen.")
            .WithMetadata(new RequestSizeLimitAttribute(FieldReader.MostRequestBytes(uploads.MaxImageBytes)))
            .Accepts<ClassifyForm>(MediaTypeNames.Multipart.FormData);
        group.MapPost("/classify/batch", ClassifyBatchAsync).WithName("ClassifyImages")
            .WithSummary("Says what each of up to 32 images shows.")
            .WithDescription("An image that cannot be classified has an error in its place; the others are answered.")
            .WithMetadata(new RequestSizeLimitAttribute(FieldReader.MostRequestBytes(images.MaxBatchBytes)))
            .Accepts<ClassifyBatchForm>(MediaTypeNames.Multipart.FormData);
        return group;
    }

    static Task<Ok<ImageAnswer>> ClassifyAsync(
        HttpRequest request,
        WorkQueue work,
        ImageFormReader forms,
        ImageClassifications classifications,
        ImageMetrics metrics,
        [FromQuery, Description(TopWords)] string? top,
        [FromQuery, Description("true for a heat map.")] string? explain,
        CancellationToken cancellation) => metrics.MeasureAsync(ImageEndpointNames.Classify, async () =>
        {
            var question = ImageQuestion.Read(top, explain);
            // A service that cannot answer says so before megabytes are sent to it.
            work.ThrowIfFull();
            using var upload = await forms.ReadAsync(request, ImageFormFields.Classify, cancellation);
            return TypedResults.Ok(await classifications.ClassifyAsync(upload, question, cancellation));
        });

    static Task<Ok<ImageBatchAnswer>> ClassifyBatchAsync(
        HttpRequest request,
        WorkQueue work,
        ImageBatchReader forms,
        ImageBatches batches,
        ImageMetrics metrics,
        [FromQuery, Description(TopWords)] string? top,
        CancellationToken cancellation) => metrics.MeasureAsync(ImageEndpointNames.Batch, async () =>
        {
            var question = ImageQuestion.Read(top, explain: null);
            work.ThrowIfFull();
            using var batch = await forms.ReadAsync(request, cancellation);
            return TypedResults.Ok(await batches.ClassifyAsync(batch, question.Top, cancellation));
        });
}
