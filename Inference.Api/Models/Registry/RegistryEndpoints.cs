using System.Net.Mime;
using AspireMl.Contracts.Models;
using AspireMl.Contracts.Paging;
using AspireMl.ServiceDefaults.Queries;
using AspireMl.ServiceDefaults.Refusals;
using AspireMl.Storage.Objects;
using AspireMl.Storage.Queue;
using AspireMl.Storage.Registry;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace AspireMl.Inference.Api.Models.Registry;

static class RegistryEndpoints
{
    static readonly int[] UploadProblems = [400, 408, 409, 413, 415, 422, 429, 503];
    static readonly int[] AliasProblems = [400, 404, 413, 415, 422, 503];

    public static RouteGroupBuilder MapRegistry(this IEndpointRouteBuilder routes)
    {
        var uploads = routes.ServiceProvider.GetRequiredService<IOptions<ModelUploadOptions>>().Value;
        var group = routes.MapGroup("/v1/models").WithTags("Models").AddEndpointFilter<RefusalFilter>();
        Problems(group.MapPost("/", RegisterAsync), UploadProblems).WithName("RegisterModel").WithSummary("Registers a version of a model.")
            .WithDescription("The package is a .zip with model.json at its root. The header X-Actor says who registers it.")
            .WithMetadata(new RequestSizeLimitAttribute(PackageUploadReader.MostRequestBytes(uploads)))
            .Accepts<PackageForm>(MediaTypeNames.Multipart.FormData);
        Problems(group.MapPut("/{name}/aliases/{alias}", MoveAsync), AliasProblems).WithName("MoveModelAlias").WithSummary("Lets an alias name a version.")
            .WithDescription("The version is loaded first; no request is lost. The header X-Actor says who moves it.")
            .WithMetadata(new RequestSizeLimitAttribute(AliasTarget.MostBytes))
            .Accepts<AliasTarget>(MediaTypeNames.Application.Json);
        Problems(group.MapGet("/{name}/aliases/history", ListMovesAsync), [400, 404, 503]).WithName("ListModelAliasMoves")
            .WithSummary("Who moved an alias, when, from which version to which, and why; newest first.");
        Problems(group.MapGet("/{name}/versions/{version}/package", DownloadAsync), [404, 503]).WithName("DownloadModelPackage")
            .WithSummary("The package of a version as a .zip.");
        return group;
    }

    static async Task<Created<RegisteredPackage>> RegisterAsync(HttpRequest request, ModelUploads uploads, CancellationToken cancellation)
    {
        var registered = await uploads.RegisterAsync(request, Actor.Of(request), cancellation);
        return TypedResults.Created($"/v1/models/{registered.Model.Name}/versions/{registered.Model.Version}", registered);
    }

    static async Task<Ok<AliasMove>> MoveAsync(string name, string alias, HttpRequest request, ModelUpdates updates, CancellationToken cancellation)
    {
        // An alias is named as services are.
        if (!ServiceName.IsValid(alias))
        {
            throw Refusal.Malformed("An alias has 1 to 64 lower-case letters, digits, dots, dashes or underscores.");
        }

        var (version, reason) = await AliasTarget.ReadAsync(request, cancellation);
        return TypedResults.Ok(await updates.MoveAsync(new(name, alias, version, Actor.Of(request), reason), cancellation));
    }

    static async Task<Ok<Page<AliasMove>>> ListMovesAsync(
        string name, [AsParameters] AliasHistoryQuery query, ModelCatalog catalog, IModelRegistry registry, CancellationToken cancellation)
    {
        var model = ModelEndpoints.Require(catalog, name);
        return TypedResults.Ok(await registry.ListMovesAsync(query.ToFilter(model.Name), cancellation));
    }

    static async Task<Results<FileStreamHttpResult, RedirectHttpResult>> DownloadAsync(
        string name, string version, IModelRegistry registry, IObjectStore objects, CancellationToken cancellation)
    {
        var registered = await registry.FindAsync(new(name, version), cancellation)
            ?? throw Refusal.Unknown("The registry has no such version; GET /v1/models lists the versions.");
        if (await objects.LinkAsync(registered.Package, cancellation) is { } link)
        {
            return TypedResults.Redirect(link.AbsoluteUri);
        }

        var archive = await objects.OpenAsync(registered.Package, cancellation)
            ?? throw Refusal.Unknown("The package of this version is not kept any more.");
        return TypedResults.File(archive, MediaTypeNames.Application.Zip, $"{name}-{version}.zip", registered.CreatedAt, new($"\"{registered.Package}\""));
    }

    static RouteHandlerBuilder Problems(RouteHandlerBuilder endpoint, int[] statuses) =>
        statuses.Aggregate(endpoint, (endpoint, status) => endpoint.ProducesProblem(status));
}
