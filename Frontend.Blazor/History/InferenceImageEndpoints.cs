using AspireMl.Contracts.Clients;
using AspireMl.Frontend.Blazor.Uploads;

namespace AspireMl.Frontend.Blazor.History;

/// <summary>Passes recorded images on, so that browsers need not reach the inference service.</summary>
internal static class InferenceImageEndpoints
{
    public static string PathOf(Guid inferenceId) => $"inferences/{inferenceId}/image";

    public static IEndpointRouteBuilder MapInferenceImages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/inferences/{id:guid}/image", StreamAsync).WithName("InferenceImage").ExcludeFromDescription();
        return routes;
    }

    static async Task<IResult> StreamAsync(Guid id, InferenceClient inference, HttpContext context)
    {
        try
        {
            using var image = await inference.GetImageAsync(id, context.RequestAborted);
            await CopyAsync(image, context);
            return TypedResults.Empty;
        }
        catch (ApiException refusal)
        {
            return TypedResults.Problem(refusal.Message, statusCode: (int?)refusal.Status ?? StatusCodes.Status503ServiceUnavailable);
        }
    }

    static async Task CopyAsync(ImageDownload image, HttpContext context)
    {
        var response = context.Response;
        // Only pictures leave as themselves: whatever else was recorded must not be opened by a browser.
        response.ContentType = ImageFormat.IsKnown(image.MediaType) ? image.MediaType : "application/octet-stream";
        response.ContentLength = image.Length;
        response.Headers.CacheControl = "private, max-age=86400, immutable";
        await image.Content.CopyToAsync(response.Body, context.RequestAborted);
    }
}
