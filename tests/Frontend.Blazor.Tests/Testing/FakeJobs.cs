using System.Text.Json;
using AspireMl.Contracts.Jobs;
using AspireMl.Contracts.Paging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace AspireMl.Frontend.Blazor.Tests.Testing;

/// <summary>The jobs' part of the HTTP contract.</summary>
internal sealed class FakeJobs
{
    static readonly DateTimeOffset Start = new(2026, 11, 21, 8, 30, 0, TimeSpan.Zero);

    public List<JobRecord> Jobs { get; } = [];

    public static JobRecord Sample(string status, int number = 0) => new()
    {
        JobId = Guid.CreateVersion7(),
        Status = status,
        Service = "roast-quality",
        Model = "roast-quality",
        Attempts = status == JobStatuses.Queued ? 0 : 1,
        Worker = status == JobStatuses.Queued ? null : "worker-1/4711",
        AnsweredBy = status == JobStatuses.Finished ? new("roast-quality", "1.0.0") : null,
        CreatedAt = Start.AddSeconds(-number),
        StartedAt = status == JobStatuses.Queued ? null : Start.AddSeconds(1 - number),
        FinishedAt = status is JobStatuses.Queued or JobStatuses.Running ? null : Start.AddSeconds(1 - number).AddMilliseconds(12),
        Payload = JsonElement.Parse("""{"instances":[{"h_data":171.2}]}"""),
        Result = status == JobStatuses.Finished ? JsonElement.Parse("""{"predictions":[{"value":391.5}]}""") : null,
        Message = status == JobStatuses.Failed ? "The feature ah_data is missing in row 1." : null,
    };

    public void Map(WebApplication app)
    {
        app.MapGet("/v1/jobs/counts", () => JobStatuses.All.ToDictionary(status => status, status => Jobs.LongCount(job => job.Status == status)));
        app.MapGet("/v1/jobs", List);
        app.MapGet("/v1/jobs/{id:guid}", (Guid id) => Jobs.Find(job => job.JobId == id) is { } job ? Results.Ok(job) : Unknown());
        app.MapDelete("/v1/jobs/{id:guid}", Cancel);
    }

    static IResult Unknown() => FakeInferenceApi.Problem(StatusCodes.Status404NotFound, "There is no job with this id; GET /v1/jobs lists them.");

    Page<JobRecord> List(string? status, string? cursor, int limit)
    {
        var start = cursor is null ? 0 : int.Parse(cursor);
        var found = Jobs.Where(job => status is null || job.Status == status).ToList();
        return new([.. found.Skip(start).Take(limit)], start + limit < found.Count ? $"{start + limit}" : null);
    }

    IResult Cancel(Guid id)
    {
        var place = Jobs.FindIndex(job => job.JobId == id);
        if (place < 0)
        {
            return Unknown();
        }

        if (Jobs[place].Status is not (JobStatuses.Queued or JobStatuses.Running))
        {
            return FakeInferenceApi.Problem(StatusCodes.Status409Conflict, $"The job is {Jobs[place].Status} already; it cannot be cancelled any more.");
        }

        Jobs[place] = Jobs[place] with { Status = JobStatuses.Cancelled, FinishedAt = Start.AddSeconds(5), Message = "It was cancelled before it began." };
        return Results.Ok(Jobs[place]);
    }
}
