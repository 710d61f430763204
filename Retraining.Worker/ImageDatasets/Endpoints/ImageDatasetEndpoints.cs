using System.Net.Mime;
using AspireMl.Contracts.ImageDatasets;
using AspireMl.Contracts.Paging;
using AspireMl.Retraining.Worker.Images.Checks;
using AspireMl.ServiceDefaults.Queries;
using AspireMl.ServiceDefaults.Refusals;
using AspireMl.Storage.ImageDatasets;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AspireMl.Retraining.Worker.ImageDatasets.Endpoints;

internal static class ImageDatasetEndpoints
{
    public static RouteGroupBuilder MapImageDatasets(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/image-datasets").WithTags("Image datasets").WithRefusals(400, 404, 408, 409, 413, 415, 422, 429, 503);
        group.MapGet("/", ListAsync).WithName("ListImageDatasets").WithSummary("The newest version of each image dataset.");
        group.MapGet("/{dataset}", GetAsync).WithName("GetImageDataset").WithSummary("The newest version of an image dataset.");
        group.MapGet("/{dataset}/versions", ListVersionsAsync).WithName("ListImageVersions").WithSummary("The versions of an image dataset, newest first.");
        group.MapPost("/{dataset}/versions", ImportAsync).WithName("ImportImages").WithSummary("Imports a .zip of class folders as a new version.")
            .WithDescription("class/file.jpg, or training|validation|testing/class/file.jpg, as application/zip or as the field archive of a form. The same content gives the same version.")
            .Accepts<byte[]>(MediaTypeNames.Application.Zip, MediaTypeNames.Multipart.FormData);
        group.MapGet("/{dataset}/versions/{number:int}", GetVersionAsync).WithName("GetImageVersion").WithSummary("One version.");
        group.MapGet("/{dataset}/versions/{number:int}/entries", ListEntriesAsync).WithName("ListImageEntries").WithSummary("The entries of a version in order of their paths.");
        group.MapGet("/{dataset}/compare", CompareAsync).WithName("CompareImageVersions").WithSummary("What was added, removed and relabelled between two versions.");
        ImageFileEndpoints.Map(group);
        ImageChangeEndpoints.Map(group);
        ImageCheckEndpoints.Map(group);
        return group;
    }

    static async Task<Ok<IReadOnlyList<ImageDatasetVersion>>> ListAsync(IImageDatasetStore store, CancellationToken cancellation) =>
        TypedResults.Ok(await store.ListAsync(cancellation));

    static async Task<Ok<ImageDatasetVersion>> GetAsync(string dataset, IImageDatasetStore store, CancellationToken cancellation) =>
        TypedResults.Ok(await RequireAsync(dataset, null, store, cancellation));

    static async Task<Ok<ImageDatasetVersion>> GetVersionAsync(string dataset, int number, IImageDatasetStore store, CancellationToken cancellation) =>
        TypedResults.Ok(await RequireAsync(dataset, number, store, cancellation));

    static async Task<Ok<Page<ImageDatasetVersion>>> ListVersionsAsync(
        string dataset, string? cursor, string? limit, IImageDatasetStore store, CancellationToken cancellation)
    {
        var (before, most) = (Before(cursor), ImageEntryQuery.LimitOf(limit));
        await RequireAsync(dataset, null, store, cancellation);
        return TypedResults.Ok(await store.ListVersionsAsync(dataset, before, most, cancellation));
    }

    static async Task<Ok<Page<ImageEntry>>> ListEntriesAsync(
        string dataset, int number, [AsParameters] ImageEntryQuery query, IImageDatasetStore store, CancellationToken cancellation)
    {
        var filter = query.ToFilter(dataset, number);
        await RequireAsync(dataset, number, store, cancellation);
        return TypedResults.Ok(await store.ListEntriesAsync(filter, cancellation));
    }

    static async Task<Ok<ImageDatasetComparison>> CompareAsync(string dataset, int from, int to, IImageDatasetStore store, CancellationToken cancellation)
    {
        await RequireAsync(dataset, from, store, cancellation);
        await RequireAsync(dataset, to, store, cancellation);
        return TypedResults.Ok(ImageVersions.Compare(
            dataset, (from, await store.ReadAsync(dataset, from, cancellation)), (to, await store.ReadAsync(dataset, to, cancellation))));
    }

    static async Task<Results<Created<ImageImport>, Ok<ImageImport>>> ImportAsync(
        string dataset, string? mode, string? reason, HttpRequest http, ImageUploads uploads, CancellationToken cancellation)
    {
        var chosen = QueryValue.OneOf(mode, "mode", [.. ImageImportModes.All]) ?? ImageImportModes.Replace;
        var why = string.IsNullOrEmpty(reason) ? "Uploaded." : ImageChangeEndpoints.RequireReason(reason);
        var import = await uploads.ImportAsync(http, new(dataset, Actor.Of(http), why, chosen), cancellation);
        return import.IsNew ? TypedResults.Created($"/v1/image-datasets/{dataset}/versions/{import.Version.Number}", import) : TypedResults.Ok(import);
    }

    /// <summary>A version, the newest when no number is given.</summary>
    /// <exception cref="RefusalException">There is none: status 404.</exception>
    public static async Task<ImageDatasetVersion> RequireAsync(string dataset, int? number, IImageDatasetStore store, CancellationToken cancellation) =>
        await store.FindAsync(dataset, number, cancellation) ?? throw Refusal.Unknown(number is null
            ? "There is no image dataset of this name; POST /v1/image-datasets/{dataset}/versions creates one, GET /v1/image-datasets lists them."
            : "The image dataset has no such version; GET /v1/image-datasets/{dataset}/versions lists them.");

    static int? Before(string? cursor) => ImageEntryQuery.AfterText(cursor) switch
    {
        null => null,
        var text when int.TryParse(text, out var number) => number,
        _ => throw Refusal.Malformed("cursor is not one; give back the nextCursor of the page before."),
    };
}
