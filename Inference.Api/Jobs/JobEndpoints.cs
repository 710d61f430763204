using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using AspireMl.Contracts.Jobs;
using AspireMl.Inference.Api.Models;
using AspireMl.Inference.Api.Refusals;
using AspireMl.Inference.Api.Uploads;
using AspireMl.Storage.Documents;
using AspireMl.Storage.Jobs;
using AspireMl.Storage.Objects;
using AspireMl.Storage.Queue;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace AspireMl.Inference.Api.Jobs;

static class JobEndpoints
{
    static readonly int[] Problems = [400, 404, 408, 409, 413, 415, 422, 429, 503];

    public static RouteGroupBuilder MapJobs(this IEndpointRouteBuilder routes)
    {
        var uploads = routes.ServiceProvider.GetRequiredService<IOptions<UploadOptions>>().Value;
        var group = routes.MapGroup("/v1/jobs").WithTags("Jobs")
            .AddEndpointFilter<RefusalFilter>()
            .WithMetadata(new RequestSizeLimitAttribute(Math.Max(FieldReader.MostRequestBytes(uploads.MaxImageBytes), ServiceName.MostBytes)));
        foreach (var status in Problems)
        {
            group.ProducesProblem(status);
        }

        group.MapPost("/", SubmitAsync).WithName("SubmitJob").WithSummary("Queues a job.")
            .WithDescription("JSON with model and payload, or multipart/form-data with image, question and model for a document.");
        group.MapGet("/", ListAsync).WithName("ListJobs").WithSummary("Lists jobs, newest first, without payloads and results.");
        group.MapGet("/counts", CountAsync).WithName("CountJobs").WithSummary("How many jobs have each status.");
        group.MapGet("/{id}", GetAsync).WithName("GetJob").WithSummary("One job with its payload and result.");
        group.MapDelete("/{id}", CancelAsync).WithName("CancelJob").WithSummary("Cancels a job: a queued one at once, a running one soon.");
        return group;
    }

    static async Task<Accepted<JobAccepted>> SubmitAsync(
        HttpRequest request, JobSubmission submission, DocumentUploadReader uploads, IObjectStore objects, IOptions<ModelOptions> models, CancellationToken cancellation)
    {
        Guid jobId;
        if (request.HasFormContentType)
        {
            using var upload = await uploads.ReadAsync(request, DocumentFields.Ask, cancellation);
            var image = ObjectKey.Of(upload.Image);
            await objects.PutAsync(image, upload.Image, cancellation);
            var payload = JsonSerializer.SerializeToElement(new DocumentJob(image, upload.Question!), JsonSerializerOptions.Web);
            jobId = await submission.SubmitAsync(upload.Model ?? models.Value.DocumentQuestion, payload, cancellation);
        }
        else if (request.HasJsonContentType())
        {
            var job = await JobRequest.ReadAsync(request, cancellation);
            jobId = await submission.SubmitAsync(job.Model!, job.Payload, cancellation);
        }
        else
        {
            throw Refusal.WrongMediaType("Send a job as application/json, or a document as multipart/form-data.");
        }

        return TypedResults.Accepted($"/v1/jobs/{jobId}", new JobAccepted(jobId));
    }

    static async Task<Ok<JobPage>> ListAsync([AsParameters] JobQuery query, IJobStore store, CancellationToken cancellation) =>
        TypedResults.Ok(await store.ListAsync(query.ToFilter(), cancellation));

    static async Task<Ok<IReadOnlyDictionary<string, long>>> CountAsync(IJobStore store, CancellationToken cancellation) =>
        TypedResults.Ok(await store.CountAsync(cancellation));

    static async Task<Ok<JobRecord>> GetAsync(string id, IJobStore store, CancellationToken cancellation) =>
        TypedResults.Ok(await store.FindAsync(RequireId(id), cancellation) ?? throw Unknown());

    static async Task<Ok<JobRecord>> CancelAsync(string id, IJobStore store, TimeProvider time, CancellationToken cancellation)
    {
        var jobId = RequireId(id);
        var before = await store.FindAsync(jobId, cancellation) ?? throw Unknown();
        var after = await store.CancelAsync(jobId, time.GetUtcNow(), cancellation) ?? throw Unknown();
        return before.Status is JobStatuses.Queued or JobStatuses.Running && after is { Status: JobStatuses.Cancelled } or { Status: JobStatuses.Running }
            ? TypedResults.Ok(after)
            : throw Refusal.Conflicting($"The job is {after.Status} already; it cannot be cancelled any more.");
    }

    static Guid RequireId(string id) => Guid.TryParseExact(id, "D", out var jobId) ? jobId : throw Unknown();

    static Refusal Unknown() => Refusal.Unknown("There is no job with this id; GET /v1/jobs lists them.");
}

/// <summary>The query of the list of jobs, as it was sent.</summary>
sealed record JobQuery(
    [property: Description("queued, running, finished, failed or cancelled.")] string? Status,
    [property: Description("The nextCursor of the page before.")] string? Cursor,
    [property: Description("Most jobs to return, 1 to 200; 50 when left out.")] string? Limit)
{
    /// <exception cref="Refusal">A value is not one: status 400.</exception>
    public JobFilter ToFilter() => new()
    {
        Status = Status is null or "" ? null
            : JobStatuses.All.Contains(Status) ? Status
            : throw Refusal.Malformed($"status is one of {string.Join(", ", JobStatuses.All)}."),
        After = Cursor is null or "" ? null
            : InferenceCursor.TryParse(Cursor, out var after) ? after
            : throw Refusal.Malformed("cursor is not one; give back the nextCursor of the page before."),
        Limit = Limit is null or "" ? new JobFilter().Limit
            : int.TryParse(Limit, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= JobFilter.MaxLimit ? limit
            : throw Refusal.Malformed($"limit is a whole number from 1 to {JobFilter.MaxLimit}."),
    };
}
