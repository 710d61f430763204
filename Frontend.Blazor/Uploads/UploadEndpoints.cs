using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace AspireMl.Frontend.Blazor.Uploads;

/// <summary>
/// Images come over plain HTTP as the request's body, not through the page's connection, which stays free for typing
/// and answers meanwhile.
/// </summary>
internal static class UploadEndpoints
{
    public const string Path = "/uploads";

    public static IHostApplicationBuilder AddUploads(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<UploadOptions>().BindConfiguration("Uploads").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<UploadStore>();
        return builder;
    }

    public static IEndpointRouteBuilder MapUploads(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(Path, ReceiveAsync).WithName("Upload").ExcludeFromDescription();
        return routes;
    }

    static async Task<Results<Ok<UploadReceipt>, ProblemHttpResult>> ReceiveAsync(
        HttpContext context, IAntiforgery antiforgery, UploadStore store, IOptions<UploadOptions> options)
    {
        try
        {
            return TypedResults.Ok(await StoreAsync(context, antiforgery, store, options.Value.MaxBytes));
        }
        catch (UploadRefusedException refusal)
        {
            return TypedResults.Problem(refusal.Message, statusCode: refusal.Status);
        }
    }

    static async Task<UploadReceipt> StoreAsync(HttpContext context, IAntiforgery antiforgery, UploadStore store, long maxBytes)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            throw UploadRefusedException.Stale();
        }

        if (context.Request.ContentLength > maxBytes)
        {
            throw UploadRefusedException.TooLarge(maxBytes);
        }

        var file = await UploadedFile.ReceiveAsync(context.Request.Body, maxBytes, context.RequestAborted);
        try
        {
            return new(store.Add(file), file.MediaType, file.Length);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    internal sealed record UploadReceipt(string Id, string MediaType, long Length);
}
