using System.Net.Mime;
using AspireMl.Contracts.Models;
using AspireMl.Contracts.Tabular;
using AspireMl.ServiceDefaults.Queries;
using AspireMl.ServiceDefaults.Refusals;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace AspireMl.Inference.Api.Tabular;

static class TabularEndpoints
{
    public static RouteGroupBuilder MapTabular(this IEndpointRouteBuilder routes)
    {
        var options = routes.ServiceProvider.GetRequiredService<IOptions<TabularOptions>>().Value;
        var group = routes.MapGroup("/v1/tabular").WithTags("Tabular")
            .WithRefusals(400, 404, 408, 413, 415, 422, 429, 503)
            .WithMetadata(new RequestSizeLimitAttribute(options.MaxBytes));
        group.MapPost("/{model}/predict", PredictAsync).WithName("PredictRows")
            .WithSummary("Predicts a value or a label for each of up to 10,000 rows.")
            .WithDescription("The features and their ranges are in the model's card. With explain=true each prediction comes with what each feature adds to it.")
            .Accepts<TabularInstances>(MediaTypeNames.Application.Json);
        return group;
    }

    static async Task<Ok<TabularAnswer>> PredictAsync(
        string model, string? explain, HttpRequest request, TabularBody body, TabularPredictions predictions, CancellationToken cancellation)
    {
        var explained = QueryValue.OneOf(explain, "explain", ["true", "false"]) == "true";
        return TypedResults.Ok(await body.ReadAsync(
            request, json => predictions.AnswerAsync(model, ModelAliases.Champion, new(json, explained), cancellation), cancellation));
    }
}
