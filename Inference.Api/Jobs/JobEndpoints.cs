using AspireMl.Contracts.Jobs;
using AspireMl.Contracts.Paging;
using AspireMl.Inference.Api.Models;
using AspireMl.Inference.Api.Uploads;
using AspireMl.ServiceDefaults.Refusals;
using AspireMl.Storage.Jobs;
using AspireMl.Storage.Queue;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace AspireMl.Inference.Api.Jobs;

static class JobEndpoints
{
    public static RouteGroupBuilder MapJobs(this IEndpointRouteBuilder routes)
    {
        var uploads = routes.ServiceProvider.GetRequiredService<IOptions<UploadOptions>>().Value;
        var group = routes.MapGroup("/v1/jobs").WithTags("Jobs")
            .WithRefusals(400, 404, 408, 409, 413, 415, 422, 429, 503)
            .WithMetadata(new RequestSizeLimitAttribute(Math.Max(FieldReader.MostRequestBytes(uploads.MaxImageBytes), MessageRules.MostBytes)));
        group.MapPost("/", SubmitAsync).WithName("SubmitJob").WithSummary("Queues a job.")
            .WithDescription("JSON with model and payload, or multipart/form-data with image and model, for a document with question too. Of an image model, top and explain in the query are those of its endpoint.");
        group.MapGet("/", ListAsync).WithName("ListJobs").WithSummary("Lists jobs, newest first, without payloads and results.");
        group.MapGet("/counts", CountAsync).WithName("CountJobs").WithSummary("How many jobs have each status.");
        group.MapGet("/{id}", GetAsync).WithName("GetJob").WithSummary("One job with its payload and result.");
        group.MapDelete("/{id}", CancelAsync).WithName("CancelJob").WithSummary("Cancels a job: a queued one at once, a running one soon.");
        return group;
    }

    static async Task<Accepted<JobAccepted>> SubmitAsync(
        HttpRequest request, JobSubmission submission, ImageFormReader forms, IOptions<ModelOptions> models, CancellationToken cancellation)
    {
        Guid jobId;
        if (request.HasFormContentType)
        {
            using var upload = await forms.ReadAsync(request, ImageFormFields.Job, cancellation);
            var usual = upload.Question is null ? models.Value.ImageClassification : models.Value.DocumentQuestion;
            jobId = await submission.SubmitAsync(upload.Model ?? usual, upload, request.Query, cancellation);
        }
        else if (request.HasJsonContentType())
        {
            var job = await JobRequest.ReadAsync(request, cancellation);
            jobId = await submission.SubmitAsync(job.Model!, job.Payload, cancellation);
        }
        else
        {
            throw Refusal.WrongMediaType("Send a job as application/json, or an image as multipart/form-data.");
        }

        return TypedResults.Accepted($"/v1/jobs/{jobId}", new JobAccepted(jobId));
    }

    static async Task<Ok<Page<JobRecord>>> ListAsync([AsParameters] JobQuery query, IJobStore store, CancellationToken cancellation) =>
        TypedResults.Ok(await store.ListAsync(query.ToFilter(), cancellation));

    static async Task<Ok<IReadOnlyDictionary<string, long>>> CountAsync(IJobStore store, CancellationToken cancellation) =>
        TypedResults.Ok(await store.CountAsync(cancellation));

    static async Task<Ok<JobRecord>> GetAsync(string id, IJobStore store, CancellationToken cancellation) =>
        TypedResults.Ok(await store.FindAsync(RequireId(id), cancellation) ?? throw Unknown());

    static async Task<Ok<JobRecord>> CancelAsync(string id, IJobStore store, TimeProvider time, CancellationToken cancellation)
    {
        var jobId = RequireId(id);
        if (await store.CancelAsync(jobId, time.GetUtcNow(), cancellation) is { } cancelled)
        {
            return TypedResults.Ok(cancelled);
        }

        var ended = await store.FindAsync(jobId, cancellation) ?? throw Unknown();
        throw Refusal.Conflicting($"The job is {ended.Status} already; it cannot be cancelled any more.");
    }

    static Guid RequireId(string id) => Guid.TryParseExact(id, "D", out var jobId) ? jobId : throw Unknown();

    static RefusalException Unknown() => Refusal.Unknown("There is no job with this id; GET /v1/jobs lists them.");
}
