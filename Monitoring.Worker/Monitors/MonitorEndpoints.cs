using AspireMl.Contracts.Monitoring;
using AspireMl.ServiceDefaults.Queries;
using AspireMl.ServiceDefaults.Refusals;
using AspireMl.Storage.Monitoring;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace AspireMl.Monitoring.Worker.Monitors;

static class MonitorEndpoints
{
    const int MostBytes = 256 * 1024;
    const string Body = """a monitor; send {"settings":{"name":"features","model":"roast-quality","every":"15m"}}""";

    public static RouteGroupBuilder MapMonitors(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/monitors").WithTags("Monitors")
            .WithRefusals(400, 404, 409, 413, 415, 503)
            .WithMetadata(new RequestSizeLimitAttribute(MostBytes));
        group.MapGet("/", ListAsync).WithName("ListMonitors").WithSummary("Lists all monitors, or those of a model.");
        group.MapPost("/", AddAsync).WithName("AddMonitor").Accepts<MonitorRequest>("application/json").WithSummary("Adds a monitor; it looks for the first time at once, or at the first time of its cron expression.");
        group.MapGet("/{id}", GetAsync).WithName("GetMonitor").WithSummary("One monitor with what came of its last run.");
        group.MapPut("/{id}", ChangeAsync).WithName("ChangeMonitor").Accepts<MonitorRequest>("application/json").WithSummary("Changes a monitor; it looks again at once, or at the next time of its cron expression.");
        group.MapDelete("/{id}", DeleteAsync).WithName("DeleteMonitor").WithSummary("Removes a monitor with its alerts; its reports stay.");
        group.MapPost("/{id}/run", RunAsync).WithName("RunMonitor").WithSummary("Has a monitor look as soon as a worker is free.");
        return group;
    }

    static async Task<Ok<IReadOnlyList<MonitorRecord>>> ListAsync(string? model, IMonitorStore store, CancellationToken cancellation) =>
        TypedResults.Ok(await store.ListAsync(QueryValue.Name(model, "model"), cancellation));

    static async Task<Created<MonitorRecord>> AddAsync(
        HttpRequest request, IMonitorStore store, TimeProvider time, IOptions<MonitorOptions> options, CancellationToken cancellation)
    {
        var wanted = await ReadAsync(request, hasSecret: false, cancellation);
        var now = time.GetUtcNow();
        var monitor = new MonitorRecord
        {
            MonitorId = Guid.CreateVersion7(),
            CreatedAt = now,
            NextRunAt = MonitorSchedule.First(wanted.Settings, now),
            Settings = wanted.Settings,
        };
        return await store.AddAsync(monitor, wanted.WebhookSecret, options.Value.MaxMonitors, cancellation) is { } added
            ? TypedResults.Created($"/v1/monitors/{added.MonitorId}", added)
            : throw Refusal.Conflicting($"There are {options.Value.MaxMonitors} monitors, the most there may be; delete one first.");
    }

    static async Task<Ok<MonitorRecord>> GetAsync(string id, IMonitorStore store, CancellationToken cancellation) =>
        TypedResults.Ok(await RequireAsync(id, store, cancellation));

    static async Task<Ok<MonitorRecord>> ChangeAsync(string id, HttpRequest request, IMonitorStore store, TimeProvider time, CancellationToken cancellation)
    {
        var before = await RequireAsync(id, store, cancellation);
        var wanted = await ReadAsync(request, before.HasWebhookSecret, cancellation);
        var next = MonitorSchedule.First(wanted.Settings, time.GetUtcNow());
        return await store.ChangeAsync(before with { Settings = wanted.Settings, NextRunAt = next }, wanted.WebhookSecret, cancellation) is { } after
            ? TypedResults.Ok(after)
            : throw Unknown();
    }

    static async Task<NoContent> DeleteAsync(string id, IMonitorStore store, CancellationToken cancellation) =>
        await store.DeleteAsync(RequireId(id), cancellation) ? TypedResults.NoContent() : throw Unknown();

    static async Task<Accepted> RunAsync(string id, IMonitorStore store, TimeProvider time, CancellationToken cancellation) =>
        await store.HurryAsync(RequireId(id), time.GetUtcNow(), cancellation) ? TypedResults.Accepted($"/v1/monitors/{id}") : throw Unknown();

    static async Task<MonitorRequest> ReadAsync(HttpRequest request, bool hasSecret, CancellationToken cancellation)
    {
        var wanted = await JsonBody.ReadAsync<MonitorRequest>(request, Body, cancellation);
        if (wanted.Settings is null)
        {
            throw JsonBody.NotThat(Body);
        }

        MonitorRules.Check(wanted, hasSecret);
        return wanted;
    }

    static async Task<MonitorRecord> RequireAsync(string id, IMonitorStore store, CancellationToken cancellation) =>
        await store.FindAsync(RequireId(id), cancellation) ?? throw Unknown();

    static Guid RequireId(string id) => Guid.TryParseExact(id, "D", out var monitorId) ? monitorId : throw Unknown();

    static RefusalException Unknown() => Refusal.Unknown("There is no monitor with this id; GET /v1/monitors lists them.");
}
