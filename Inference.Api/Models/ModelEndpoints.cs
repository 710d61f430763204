using AspireMl.Contracts.Models;
using AspireMl.ServiceDefaults.Refusals;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AspireMl.Inference.Api.Models;

static class ModelEndpoints
{
    public static RouteGroupBuilder MapModels(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/models").WithTags("Models").AddEndpointFilter<RefusalFilter>();
        group.MapGet("/", List).WithName("ListModels").WithSummary("Lists the models with their versions, aliases and readiness.");
        group.MapGet("/{name}", GetModel).WithName("GetModel").WithSummary("One model.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/{name}/versions/{version}", GetVersion).WithName("GetModelVersion").WithSummary("The card of one version.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        return group;
    }

    static Ok<ModelSummary[]> List(ModelCatalog catalog) =>
        TypedResults.Ok(catalog.Models.Select(model => model.Summary).ToArray());

    static Ok<ModelSummary> GetModel(string name, ModelCatalog catalog) => TypedResults.Ok(Require(catalog, name).Summary);

    static Ok<ModelCard> GetVersion(string name, string version, ModelCatalog catalog) =>
        TypedResults.Ok(
            Require(catalog, name).Summary.Versions.FirstOrDefault(card => card.Version == version)
            ?? throw Refusal.Unknown("The model has no such version; GET /v1/models lists the versions."));

    /// <summary>The model of this name.</summary>
    /// <exception cref="RefusalException">There is none: status 404.</exception>
    public static ServedModel Require(ModelCatalog catalog, string name) =>
        catalog.Find(name) ?? throw Refusal.Unknown("There is no model of this name; GET /v1/models lists them.");
}
