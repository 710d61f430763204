using System.Net.Mime;
using AspireMl.Contracts.Schedules;
using AspireMl.Modeling.ModelPackages;
using AspireMl.ServiceDefaults.Refusals;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace AspireMl.Retraining.Worker.Schedules;

internal static class ScheduleEndpoints
{
    const int MostBytes = 16 << 10;

    public static RouteGroupBuilder MapSchedules(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/schedules").WithTags("Schedules")
            .WithRefusals(400, 404, 413, 415, 422, 503)
            .WithMetadata(new RequestSizeLimitAttribute(MostBytes));
        group.MapGet("/", ListAsync).WithName("ListSchedules").WithSummary("Lists the schedules with what came of their last runs.");
        group.MapGet("/{name}", GetAsync).WithName("GetSchedule").WithSummary("One schedule with what came of its last run.");
        group.MapPut("/{name}", PutAsync).WithName("PutSchedule").WithSummary("Creates or changes a schedule.")
            .Accepts<ScheduleSettings>(MediaTypeNames.Application.Json);
        group.MapDelete("/{name}", DeleteAsync).WithName("DeleteSchedule").WithSummary("Forgets a schedule.");
        group.MapPost("/{name}/pause", PauseAsync).WithName("PauseSchedule").WithSummary("Lets a schedule rest.");
        group.MapPost("/{name}/resume", ResumeAsync).WithName("ResumeSchedule").WithSummary("Takes a schedule up again.");
        group.MapPost("/{name}/run", RunAsync).WithName("RunSchedule").WithSummary("Does what is scheduled now, once, besides its times.");
        return group;
    }

    static async Task<Ok<IReadOnlyList<ScheduleRecord>>> ListAsync(ScheduleBook book, CancellationToken cancellation) =>
        TypedResults.Ok(await book.ListAsync(cancellation));

    static async Task<Ok<ScheduleRecord>> GetAsync(string name, ScheduleBook book, CancellationToken cancellation) =>
        TypedResults.Ok(await RequireAsync(name, book, cancellation));

    static async Task<Ok<ScheduleRecord>> PutAsync(
        string name, HttpRequest request, ScheduleBook book, IOptions<ScheduleOptions> options, CancellationToken cancellation)
    {
        if (!ModelName.IsValid(name))
        {
            throw Refusal.Malformed($"A schedule's name has {ModelName.Rule}.");
        }

        var settings = await JsonBody.ReadAsync<ScheduleSettings>(
            request, """a schedule; send {"kind":"training","model":"roast-quality","cron":"0 30 2 * * ?"}""", cancellation);
        string[] defects = [.. ScheduleRules.Defects(settings, options.Value)];
        if (defects.Length > 0)
        {
            throw Refusal.Unusable(string.Join(" ", defects));
        }

        await book.PutAsync(name, settings, cancellation);
        return await GetAsync(name, book, cancellation);
    }

    static async Task<NoContent> DeleteAsync(string name, ScheduleBook book, CancellationToken cancellation) =>
        await book.DeleteAsync(name, cancellation) ? TypedResults.NoContent() : throw Unknown();

    static Task<Ok<ScheduleRecord>> PauseAsync(string name, ScheduleBook book, CancellationToken cancellation) =>
        ChangeAsync(name, book, book.PauseAsync, cancellation);

    static Task<Ok<ScheduleRecord>> ResumeAsync(string name, ScheduleBook book, CancellationToken cancellation) =>
        ChangeAsync(name, book, book.ResumeAsync, cancellation);

    static Task<Ok<ScheduleRecord>> RunAsync(string name, ScheduleBook book, CancellationToken cancellation) =>
        ChangeAsync(name, book, book.RunAsync, cancellation);

    static async Task<Ok<ScheduleRecord>> ChangeAsync(
        string name, ScheduleBook book, Func<string, CancellationToken, Task> change, CancellationToken cancellation)
    {
        await RequireAsync(name, book, cancellation);
        await change(name, cancellation);
        return await GetAsync(name, book, cancellation);
    }

    static async Task<ScheduleRecord> RequireAsync(string name, ScheduleBook book, CancellationToken cancellation) =>
        await book.FindAsync(name, cancellation) ?? throw Unknown();

    static RefusalException Unknown() => Refusal.Unknown("There is no schedule of this name; GET /v1/schedules lists them.");
}
