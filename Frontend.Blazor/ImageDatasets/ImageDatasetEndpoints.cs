using AspireMl.Contracts.Clients;
using AspireMl.Frontend.Blazor.Web;

namespace AspireMl.Frontend.Blazor.ImageDatasets;

/// <summary>Passes images of datasets on, so that browsers need not reach the retraining service.</summary>
internal static class ImageDatasetEndpoints
{
    public static IEndpointRouteBuilder MapDatasetImages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/image-datasets/{dataset}/images/{sha256}/thumbnail", (string dataset, string sha256, ImageDatasetClient datasets, HttpContext context) =>
            ImagePassage.StreamAsync(context, datasets.ThumbnailAsync(dataset, sha256, cancellation: context.RequestAborted))).ExcludeFromDescription();
        return routes;
    }
}
