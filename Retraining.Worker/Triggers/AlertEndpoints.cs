using System.Globalization;
using System.Text.Json;
using AspireMl.Contracts.Monitoring;
using AspireMl.Contracts.Training;
using AspireMl.Retraining.Worker.Runs.Work;
using AspireMl.ServiceDefaults.Queries;
using AspireMl.ServiceDefaults.Refusals;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace AspireMl.Retraining.Worker.Triggers;

/// <summary>The webhook of monitors whose alerts start runs.</summary>
internal static class AlertEndpoints
{
    const int MostRequestBytes = 64 * 1024;

    // Longer than retries of one delivery take to be signed anew, shorter than what a recording is good for.
    static readonly TimeSpan Oldest = TimeSpan.FromMinutes(5);

    public static RouteGroupBuilder MapAlerts(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/triggers").WithTags("Triggers").WithRefusals(400, 401, 413, 422, 503).WithMetadata(new RequestSizeLimitAttribute(MostRequestBytes));
        group.MapPost("/alerts", TakeAsync).WithName("TakeAlert")
            .WithSummary("Takes an alert of a monitor; drift or poor performance starts a run, everything else nothing.");
        return group;
    }

    static async Task<Results<Accepted<StartedRun>, NoContent>> TakeAsync(
        HttpRequest request, RunStarter starter, TimeProvider time, IOptions<TriggerOptions> options, CancellationToken cancellation)
    {
        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync(cancellation);
        Check(request, body, time.GetUtcNow(), options.Value.AlertSecret);
        if (Read(body) is not { Type: AlertEvent.Raised, Data: { Kind: not ReportKinds.Quality } alert })
        {
            // Nothing good is learned from data of poor quality, nor from an episode that is over.
            return TypedResults.NoContent();
        }

        var reason = alert.Message[..Math.Min(alert.Message.Length, ReasonRule.LongestLength)];
        // A second delivery of an alert finds the run of the first.
        var (runId, _) = await starter.StartAsync(alert.Model, new() { Reason = reason, Trigger = RunTriggers.Drift }, cancellation);
        return TypedResults.Accepted($"/v1/runs/{runId}", new StartedRun(runId));
    }

    static void Check(HttpRequest request, string body, DateTimeOffset now, string? secret)
    {
        if (secret is null)
        {
            throw new RefusalException(StatusCodes.Status401Unauthorized, "No alert can start a run here: set Triggers__AlertSecret to the secret that the monitor signs with.");
        }

        var (id, timestamp) = (request.Headers[WebhookSignature.Id].ToString(), request.Headers[WebhookSignature.Timestamp].ToString());
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs(now.ToUnixTimeSeconds() - seconds) > Oldest.TotalSeconds
            || !WebhookSignature.IsValid(request.Headers[WebhookSignature.Signature], id, timestamp, body, secret))
        {
            throw new RefusalException(StatusCodes.Status401Unauthorized, "The alert is not signed with the secret of this service, or was signed long ago.");
        }
    }

    static AlertEvent Read(string body)
    {
        try
        {
            return JsonSerializer.Deserialize<AlertEvent>(body, JsonSerializerOptions.Web) ?? throw JsonBody.NotThat("an alert");
        }
        catch (JsonException failure)
        {
            throw JsonBody.NotThat("an alert", failure);
        }
    }
}
