using AspireMl.Contracts.Models;
using AspireMl.Contracts.Paging;
using AspireMl.Contracts.Training;
using AspireMl.Retraining.Worker.Images.Monitors;
using AspireMl.Retraining.Worker.Reports;
using AspireMl.Retraining.Worker.Runs.Work;
using AspireMl.ServiceDefaults.Queries;
using AspireMl.ServiceDefaults.Refusals;
using AspireMl.Storage.Runs;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace AspireMl.Retraining.Worker.Runs.Endpoints;

internal static class RunEndpoints
{
    const int MostRequestBytes = 64 * 1024;

    public static RouteGroupBuilder MapRuns(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1").WithTags("Runs").WithRefusals(400, 404, 409, 413, 415, 422, 503).WithMetadata(new RequestSizeLimitAttribute(MostRequestBytes));
        group.MapPost("/models/{model}/retrain", RetrainAsync).WithName("Retrain").WithSummary("Starts a run: from a snapshot of the model's dataset to a decision about a retrained model.");
        group.MapGet("/runs", ListAsync).WithName("ListRuns").WithSummary("Lists runs, newest first.");
        group.MapGet("/runs/{id}", GetAsync).WithName("GetRun").WithSummary("One run with what it has found so far.");
        group.MapPost("/runs/{id}/cancel", CancelAsync).WithName("CancelRun").WithSummary("Cancels a run: a queued one at once, a running one soon.");
        group.MapPost("/runs/{id}/promote", PromoteAsync).WithName("PromoteRun").WithSummary("Makes the retrained model of a finished run the champion, whatever the run decided.");
        group.MapGet("/runs/{id}/report", ReportAsync).WithName("GetRunReport").WithSummary("The report of a run, as JSON or as a page of its own (format=html).");
        return group;
    }

    static async Task<Accepted<StartedRun>> RetrainAsync(string model, HttpRequest http, RunStarter starter, CancellationToken cancellation)
    {
        var request = await RetrainReader.ReadAsync(http, cancellation);
        var (runId, isNew) = await starter.StartAsync(model, request, cancellation);
        return isNew
            ? TypedResults.Accepted($"/v1/runs/{runId}", new StartedRun(runId))
            : throw Refusal.Conflicting($"A run of {model} is under way: {runId}. Wait for it or cancel it.");
    }

    static async Task<Ok<Page<TrainingRun>>> ListAsync([AsParameters] RunQuery query, IRunStore runs, CancellationToken cancellation) =>
        TypedResults.Ok(await runs.ListAsync(query.ToFilter(), cancellation));

    static async Task<Ok<TrainingRun>> GetAsync(string id, IRunStore runs, CancellationToken cancellation) =>
        TypedResults.Ok(await FindAsync(id, runs, cancellation));

    static async Task<Ok<TrainingRun>> CancelAsync(string id, IRunStore runs, CancellationToken cancellation)
    {
        var run = await RequireAsync(id, runs.CancelAsync, cancellation);
        return run.Status is RunStatuses.Finished or RunStatuses.Failed
            ? throw Refusal.Conflicting($"The run is {run.Status} already; it cannot be cancelled any more.")
            : TypedResults.Ok(run);
    }

    static async Task<Ok<TrainingRun>> PromoteAsync(string id, HttpRequest http, IRunStore runs, IModelGateway models, EmbeddingMonitors monitors, CancellationToken cancellation)
    {
        var request = await JsonBody.ReadAsync<PromoteRequest>(http, """why; send {"reason":"..."}""", cancellation);
        var reason = ReasonRule.Read(request.Reason) ?? throw Refusal.Unusable(ReasonRule.Sentence);
        var run = await FindAsync(id, runs, cancellation);
        if (run is not { Status: RunStatuses.Finished, RetrainedVersion: { } version })
        {
            throw Refusal.Conflicting("The run has no retrained model that could be promoted.");
        }

        var actor = Actor.Of(http);
        await models.MoveAliasAsync(new(run.Model, ModelAliases.Champion, version, actor, reason), cancellation);
        var unwatched = run.Request.Image is { Watch: true } ? await monitors.EnsureAsync(run.Model, cancellation) : null;
        return TypedResults.Ok(await runs.DecideAsync(run.RunId, RunDecisions.Promoted, $"Promoted by {actor}: {reason} {unwatched}".TrimEnd(), cancellation));
    }

    static async Task<IResult> ReportAsync(string id, string? format, IRunStore runs, ReportPictures pictures, CancellationToken cancellation)
    {
        var html = ReportFormat.WantsHtml(format);
        var run = await FindAsync(id, runs, cancellation);
        return !html ? TypedResults.Ok(run)
            : run.Image is { } image ? ReportPages.Show(run, await pictures.OfAsync(ImageRunPage.ImagesOf(image), cancellation))
            : ReportPages.Show(run);
    }

    static Task<TrainingRun> FindAsync(string id, IRunStore runs, CancellationToken cancellation) => RequireAsync(id, runs.FindAsync, cancellation);

    static async Task<TrainingRun> RequireAsync(string id, Func<Guid, CancellationToken, Task<TrainingRun?>> get, CancellationToken cancellation) =>
        Guid.TryParseExact(id, "D", out var runId) && await get(runId, cancellation) is { } run
            ? run
            : throw Refusal.Unknown("There is no run with this id; GET /v1/runs lists them.");
}
