using System.Net.Mime;
using AspireMl.ServiceDefaults.Refusals;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AspireMl.Retraining.Worker.ImageDatasets.Endpoints;

/// <summary>The images of datasets and small pictures of them.</summary>
internal static class ImageFileEndpoints
{
    const int DefaultSide = 128;
    const int LeastSide = 16;
    const int MostSide = 512;

    // An address names content by its hash, so what it gives never changes.
    const string Forever = "private, max-age=31536000, immutable";

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/{dataset}/images/{sha256}", GetAsync).WithName("GetDatasetImage").WithSummary("An image of a dataset, as it was imported.");
        group.MapGet("/{dataset}/images/{sha256}/thumbnail", PreviewAsync).WithName("GetDatasetThumbnail").WithSummary("A small JPEG of an image; side says its longest side in pixels.");
    }

    static async Task<FileContentHttpResult> GetAsync(string dataset, string sha256, HttpResponse response, ImageFiles files, CancellationToken cancellation)
    {
        var (content, mediaType) = await files.ReadAsync(dataset, sha256, cancellation) ?? throw Unknown();
        return Lasting(response, content, mediaType);
    }

    static async Task<FileContentHttpResult> PreviewAsync(
        string dataset, string sha256, int? side, HttpResponse response, ImageFiles files, CancellationToken cancellation)
    {
        var pixels = side ?? DefaultSide;
        if (pixels is < LeastSide or > MostSide)
        {
            throw Refusal.Malformed($"side is a whole number from {LeastSide} to {MostSide}.");
        }

        return Lasting(response, await files.PreviewAsync(dataset, sha256, pixels, cancellation) ?? throw Unknown(), MediaTypeNames.Image.Jpeg);
    }

    static FileContentHttpResult Lasting(HttpResponse response, byte[] content, string mediaType)
    {
        response.Headers.CacheControl = Forever;
        response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.File(content, mediaType);
    }

    static RefusalException Unknown() => Refusal.Unknown("No version of the dataset has this image.");
}
