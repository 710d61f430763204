using AspireMl.Contracts.Clients;
using AspireMl.Frontend.Blazor.Uploads;

namespace AspireMl.Frontend.Blazor.Web;

/// <summary>Passes images of the services on, so that browsers need not reach the services.</summary>
internal static class ImagePassage
{
    /// <summary>Answers with an image that never changes under its address.</summary>
    public static async Task<IResult> StreamAsync(HttpContext context, Task<ImageDownload> opening)
    {
        try
        {
            using var image = await opening;
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
