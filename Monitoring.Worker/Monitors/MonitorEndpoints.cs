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
        group.MapPost("/{id}/run", RunAsync).WithName("RunMonitor").WithSummary("Has a monitor look as soon as a worker is free, besides its times, also while it rests.");
        return group;
    }

    static async Task<Ok<IReadOnlyList<MonitorRecord>>> ListAsync(string? model, IMonitorStore store, MonitorTimes times, CancellationToken cancellation) =>
        TypedResults.Ok(await times.ShowAsync(await store.ListAsync(QueryValue.Name(model, "model"), cancellation), cancellation));

    static async Task<Created<MonitorRecord>> AddAsync(
        HttpRequest request, IMonitorStore store, MonitorTimes times, TimeProvider time, IOptions<MonitorOptions> options, CancellationToken cancellation)
    {
        var wanted = await ReadAsync(request, hasSecret: false, time, cancellation);
        var monitor = new MonitorRecord { MonitorId = Guid.CreateVersion7(), CreatedAt = time.GetUtcNow(), Settings = wanted.Settings };
        var added = await store.AddAsync(monitor, wanted.WebhookSecret, options.Value.MaxMonitors, cancellation)
            ?? throw Refusal.Conflicting($"There are {options.Value.MaxMonitors} monitors, the most there may be; delete one first.");
        return TypedResults.Created($"/v1/monitors/{added.MonitorId}", await times.AddAsync(added, cancellation));
    }

    static async Task<Ok<MonitorRecord>> GetAsync(string id, IMonitorStore store, MonitorTimes times, CancellationToken cancellation) =>
        TypedResults.Ok(await times.ShowAsync(await RequireAsync(id, store, cancellation), cancellation));

    static async Task<Ok<MonitorRecord>> ChangeAsync(
        string id, HttpRequest request, IMonitorStore store, MonitorTimes times, TimeProvider time, CancellationToken cancellation)
    {
        var before = await RequireAsync(id, store, cancellation);
        var wanted = await ReadAsync(request, before.HasWebhookSecret, time, cancellation);
        var after = await store.ChangeAsync(before with { Settings = wanted.Settings }, wanted.WebhookSecret, cancellation) ?? throw Unknown();
        return TypedResults.Ok(await times.ChangeAsync(after, cancellation));
    }

    static async Task<NoContent> DeleteAsync(string id, IMonitorStore store, MonitorTimes times, CancellationToken cancellation)
    {
        var monitorId = RequireId(id);
        if (!await store.DeleteAsync(monitorId, cancellation))
        {
            throw Unknown();
        }

        await times.RemoveAsync(monitorId, cancellation);
        return TypedResults.NoContent();
    }

    static async Task<Accepted> RunAsync(string id, IMonitorStore store, MonitorTimes times, CancellationToken cancellation)
    {
        await times.RunAsync(await RequireAsync(id, store, cancellation), cancellation);
        return TypedResults.Accepted($"/v1/monitors/{id}");
    }

    static async Task<MonitorRequest> ReadAsync(HttpRequest request, bool hasSecret, TimeProvider time, CancellationToken cancellation)
    {
        var wanted = await JsonBody.ReadAsync<MonitorRequest>(request, Body, cancellation);
        if (wanted.Settings is null)
        {
            throw JsonBody.NotThat(Body);
        }

        MonitorRules.Check(wanted, hasSecret, time);
        return wanted;
    }

    static async Task<MonitorRecord> RequireAsync(string id, IMonitorStore store, CancellationToken cancellation) =>
        await store.FindAsync(RequireId(id), cancellation) ?? throw Unknown();

    static Guid RequireId(string id) => Guid.TryParseExact(id, "D", out var monitorId) ? monitorId : throw Unknown();

    static RefusalException Unknown() => Refusal.Unknown("There is no monitor with this id; GET /v1/monitors lists them.");
}
