using System.Net.Mime;
using AspireMl.Contracts.ImageDatasets;
using AspireMl.ServiceDefaults.Queries;
using AspireMl.ServiceDefaults.Refusals;
using AspireMl.Storage.ImageDatasets;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace AspireMl.Retraining.Worker.ImageDatasets.Endpoints;

/// <summary>New versions that are made from earlier ones.</summary>
internal static class ImageChangeEndpoints
{
    const int MostChangeBytes = 16 << 20;

    public static void Map(RouteGroupBuilder group)
    {
        group.MapPost("/{dataset}/changes", ChangeAsync).WithName("ChangeImages").WithSummary("Removes and relabels entries of the newest version as a new version.")
            .Accepts<ImageDatasetChange>(MediaTypeNames.Application.Json)
            .WithMetadata(new RequestSizeLimitAttribute(MostChangeBytes));
        group.MapPost("/{dataset}/versions/{number:int}/restore", RestoreAsync).WithName("RestoreImageVersion").WithSummary("Makes a new newest version with the content of an earlier one.")
            .Accepts<RestoreRequest>(MediaTypeNames.Application.Json)
            .WithMetadata(new RequestSizeLimitAttribute(MostChangeBytes));
    }

    /// <summary>A reason that a person gives.</summary>
    /// <exception cref="RefusalException">It is none: status 422.</exception>
    public static string RequireReason(string? reason) => ReasonRule.Read(reason) ?? throw Refusal.Unusable(ReasonRule.Sentence);

    static async Task<Ok<ImageDatasetVersion>> ChangeAsync(string dataset, HttpRequest http, IImageDatasetStore store, CancellationToken cancellation)
    {
        var change = await JsonBody.ReadAsync<ImageDatasetChange>(
            http, """a change; send {"reason":"...","remove":["cat/1.jpg"],"relabel":{"cat/2.jpg":"dog"}}""", cancellation);
        var reason = RequireReason(change.Reason);
        var newest = await ImageDatasetEndpoints.RequireAsync(dataset, null, store, cancellation);
        if (change.Base is { } based && based != newest.Number)
        {
            throw new ImageDatasetChangedException(dataset, newest.Number);
        }

        var entries = ImageChanges.Apply(await store.ReadAsync(dataset, newest.Number, cancellation), change);
        return TypedResults.Ok((await store.SaveAsync(new(dataset, entries, Actor.Of(http), reason) { Base = newest.Number }, cancellation)).Version);
    }

    static async Task<Ok<ImageDatasetVersion>> RestoreAsync(string dataset, int number, HttpRequest http, IImageDatasetStore store, CancellationToken cancellation)
    {
        var reason = RequireReason((await JsonBody.ReadAsync<RestoreRequest>(http, """why; send {"reason":"..."}""", cancellation)).Reason);
        await ImageDatasetEndpoints.RequireAsync(dataset, number, store, cancellation);
        var entries = await store.ReadAsync(dataset, number, cancellation);
        return TypedResults.Ok((await store.SaveAsync(new(dataset, entries, Actor.Of(http), reason), cancellation)).Version);
    }
}
