using AspireMl.Contracts.Clients;
using AspireMl.Frontend.Blazor.Web;

namespace AspireMl.Frontend.Blazor.History;

/// <summary>Passes recorded images on, so that browsers need not reach the inference service.</summary>
internal static class InferenceImageEndpoints
{
    public static string PathOf(Guid inferenceId) => $"inferences/{inferenceId}/image";

    public static IEndpointRouteBuilder MapInferenceImages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/inferences/{id:guid}/image", (Guid id, InferenceClient inference, HttpContext context) =>
            ImagePassage.StreamAsync(context, inference.GetImageAsync(id, context.RequestAborted))).WithName("InferenceImage").ExcludeFromDescription();
        return routes;
    }
}
