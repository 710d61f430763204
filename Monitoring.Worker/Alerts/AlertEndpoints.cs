using AspireMl.Contracts.Monitoring;
using AspireMl.Contracts.Paging;
using AspireMl.ServiceDefaults.Queries;
using AspireMl.ServiceDefaults.Refusals;
using AspireMl.Storage.Monitoring;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AspireMl.Monitoring.Worker.Alerts;

static class AlertEndpoints
{
    public static RouteGroupBuilder MapAlerts(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/alerts").WithTags("Alerts").WithRefusals(400, 404, 503);
        group.MapGet("/", ListAsync).WithName("ListAlerts").WithSummary("Lists alerts, newest first.");
        group.MapGet("/{id}", GetAsync).WithName("GetAlert").WithSummary("One alert.");
        group.MapPost("/{id}/ack", AcknowledgeAsync).WithName("AcknowledgeAlert")
            .WithSummary("Notes that a person knows of an alert; the header X-Actor says who.");
        return group;
    }

    static async Task<Ok<Page<Alert>>> ListAsync([AsParameters] AlertQuery query, IAlertStore store, CancellationToken cancellation) =>
        TypedResults.Ok(await store.ListAsync(query.ToFilter(), cancellation));

    static async Task<Ok<Alert>> GetAsync(string id, IAlertStore store, CancellationToken cancellation) =>
        TypedResults.Ok(await store.FindAsync(RequireId(id), cancellation) ?? throw Unknown());

    static async Task<Ok<Alert>> AcknowledgeAsync(string id, HttpRequest request, IAlertStore store, TimeProvider time, CancellationToken cancellation) =>
        TypedResults.Ok(await store.AcknowledgeAsync(RequireId(id), Actor.Of(request), time.GetUtcNow(), cancellation) ?? throw Unknown());

    static Guid RequireId(string id) => Guid.TryParseExact(id, "D", out var alertId) ? alertId : throw Unknown();

    static RefusalException Unknown() => Refusal.Unknown("There is no alert with this id; GET /v1/alerts lists them.");
}
