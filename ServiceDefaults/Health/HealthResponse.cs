using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AspireMl.ServiceDefaults.Health;

/// <summary>The body of a health answer: the whole and each check by name, with the check's own words where it has some.</summary>
internal sealed record HealthResponse(string Status, IReadOnlyDictionary<string, CheckResponse> Checks)
{
    public static Task WriteAsync(HttpContext context, HealthReport report)
    {
        if (report.Status == HealthStatus.Unhealthy)
        {
            context.Response.Headers.RetryAfter = "1";
        }

        return context.Response.WriteAsJsonAsync(new HealthResponse(
            report.Status.ToString(),
            report.Entries.ToDictionary(entry => entry.Key, entry => CheckResponse.Of(entry.Value))), context.RequestAborted);
    }
}

internal sealed record CheckResponse(
    string Status,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Description)
{
    // The description of a check that threw is the exception's message, which may name hosts and users.
    public static CheckResponse Of(HealthReportEntry entry) =>
        new(entry.Status.ToString(), entry.Exception is null ? entry.Description : null);
}
