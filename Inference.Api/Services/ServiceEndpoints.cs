using System.Net.Mime;
using AspireMl.Contracts.Jobs;
using AspireMl.Inference.Api.Jobs;
using AspireMl.ServiceDefaults.Refusals;
using AspireMl.Storage.Jobs;
using AspireMl.Storage.Queue;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace AspireMl.Inference.Api.Services;

static class ServiceEndpoints
{
    const int MostBytes = 4096;

    public static RouteGroupBuilder MapServices(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/services").WithTags("Services")
            .AddEndpointFilter<RefusalFilter>()
            .WithMetadata(new RequestSizeLimitAttribute(MostBytes))
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        group.MapGet("/", ListAsync).WithName("ListServices").WithSummary("Lists which model the workers of each service apply.");
        group.MapPut("/{service}", PutAsync).WithName("PutService").WithSummary("Binds a service to a model's alias.")
            .Accepts<ServiceTarget>(MediaTypeNames.Application.Json)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status415UnsupportedMediaType).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        group.MapDelete("/{service}", DeleteAsync).WithName("DeleteService").WithSummary("Forgets a service; its messages wait until it is bound again.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        return group;
    }

    static async Task<Ok<IReadOnlyList<ServiceBinding>>> ListAsync(IServiceStore store, CancellationToken cancellation) =>
        TypedResults.Ok(await store.ListAsync(cancellation));

    static async Task<Ok<ServiceBinding>> PutAsync(
        string service, HttpRequest request, IServiceStore store, IMessageBroker broker, JobRunners runners, CancellationToken cancellation)
    {
        if (!ServiceName.IsValid(service))
        {
            throw Refusal.Malformed(ServiceName.Rule);
        }

        var target = await ReadAsync(request, cancellation);
        runners.Require(target.Model!);
        var binding = new ServiceBinding(service, target.Model!, target.Alias!);
        await broker.DeclareAsync(service, cancellation);
        await store.PutAsync(binding, cancellation);
        return TypedResults.Ok(binding);
    }

    static async Task<NoContent> DeleteAsync(string service, IServiceStore store, CancellationToken cancellation) =>
        await store.DeleteAsync(service, cancellation)
            ? TypedResults.NoContent()
            : throw Refusal.Unknown("There is no service of this name; GET /v1/services lists them.");

    static async Task<ServiceTarget> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        const string Example = """a binding; send {"model":"a model's name","alias":"champion"}""";
        // An alias is named as services are.
        return await JsonBody.ReadAsync<ServiceTarget>(request, Example, cancellation) is { Model.Length: > 0 } target && ServiceName.IsValid(target.Alias)
            ? target
            : throw JsonBody.NotThat(Example);
    }

    /// <summary>What a service is bound to.</summary>
    sealed record ServiceTarget(string? Model, string? Alias);
}
