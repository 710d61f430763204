using System.Net.Mime;
using AspireMl.Contracts.Inferences;
using AspireMl.Inference.Api.Telemetry;
using AspireMl.ServiceDefaults.Refusals;
using AspireMl.Storage.Documents;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace AspireMl.Inference.Api.Inferences;

static class FeedbackEndpoints
{
    public static RouteGroupBuilder MapFeedback(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/feedback").WithTags("Feedback")
            .AddEndpointFilter<RefusalFilter>()
            .WithMetadata(new RequestSizeLimitAttribute(FeedbackRequest.MostBytes))
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        group.MapPost("/{inferenceId}", GiveAsync).WithName("GiveFeedback")
            .WithSummary("Keeps a person's word on an answer; the last word wins.")
            .Accepts<FeedbackRequest>(MediaTypeNames.Application.Json);
        return group;
    }

    static async Task<NoContent> GiveAsync(
        string inferenceId, HttpRequest request, RecordedInferences inferences, InferenceMetrics metrics, TimeProvider time, CancellationToken cancellation)
    {
        var id = RecordedInferences.RequireId(inferenceId);
        var (verdict, expected) = await FeedbackRequest.ReadAsync(request, cancellation);
        var now = time.GetUtcNow();
        var entry = new FeedbackEntry(Guid.CreateVersion7(now), id, new Feedback(verdict!, expected, now));
        var model = await inferences.AddFeedbackAsync(entry, cancellation);
        metrics.RecordFeedback(model.Name, verdict!);
        return TypedResults.NoContent();
    }
}
