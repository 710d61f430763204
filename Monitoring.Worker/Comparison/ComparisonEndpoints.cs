using AspireMl.Contracts.Monitoring;
using AspireMl.ServiceDefaults.Refusals;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace AspireMl.Monitoring.Worker.Comparison;

static class ComparisonEndpoints
{
    // Boundaries and headers of the two parts.
    const int FormBytes = 64 * 1024;

    public static RouteGroupBuilder MapComparison(this IEndpointRouteBuilder routes)
    {
        var largest = routes.ServiceProvider.GetRequiredService<IOptions<ComparisonOptions>>().Value.MaxFileBytes;
        var group = routes.MapGroup("/v1/drift").WithTags("Drift")
            .WithRefusals(400, 413, 415, 422, 429)
            .RequireRateLimiting(ComparisonExtensions.Policy)
            .WithMetadata(new RequestSizeLimitAttribute((2L * largest) + FormBytes))
            .WithFormOptions(valueCountLimit: 16, multipartBodyLengthLimit: largest)
            .DisableAntiforgery();
        group.MapPost("/compare", CompareAsync).WithName("CompareFiles").WithSummary("Says how far one CSV file has drifted from another.")
            .WithDescription("multipart/form-data with the CSV files reference and current: UTF-8, commas, a header. Columns are paired by name; what is empty or no number in a numeric column counts as missing.");
        return group;
    }

    static async Task<Ok<FileDriftReport>> CompareAsync(
        IFormFile reference, IFormFile current, [AsParameters] CompareQuery query, FileComparison files, CancellationToken cancellation) =>
        TypedResults.Ok(await files.CompareAsync((reference.OpenReadStream, current.OpenReadStream), query.ToComparison(), query.ToColumns(), cancellation));
}
