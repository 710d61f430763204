using System.Text.Json;

namespace AspireMl.Contracts.Clients;

/// <summary>Asks a service how it is. It answers <see cref="ServiceHealth.Unreachable"/> rather than throwing.</summary>
/// <param name="http">A client whose base address is the service's root.</param>
public sealed class HealthClient(HttpClient http)
{
    /// <summary>The service's health, with its checks where <c>/health</c> tells them as JSON.</summary>
    public async Task<ServiceHealth> GetAsync(CancellationToken cancellation = default)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "health");
            using var response = await Transport.SendAsync(http, request, "service", cancellation);
            var body = await response.Content.ReadAsStringAsync(cancellation);
            return Parse(body) ?? new(response.IsSuccessStatusCode ? "Healthy" : "Unhealthy", []);
        }
        catch (ApiException)
        {
            return ServiceHealth.Unreachable;
        }
    }

    static ServiceHealth? Parse(string body)
    {
        if (body.Trim() is "Healthy" or "Degraded" or "Unhealthy")
        {
            return new(body.Trim(), []);
        }

        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object && Text(json.RootElement, "status") is { } status
                ? new(status, Checks(json.RootElement))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static List<HealthCheckState> Checks(JsonElement report)
    {
        if (!report.TryGetProperty("checks", out var checks))
        {
            return [];
        }

        return checks.ValueKind switch
        {
            JsonValueKind.Object => [.. checks.EnumerateObject().Select(check => State(check.Name, check.Value))],
            JsonValueKind.Array => [.. checks.EnumerateArray().Select(check => State(Text(check, "name") ?? "", check))],
            _ => [],
        };
    }

    static HealthCheckState State(string name, JsonElement check) => check.ValueKind == JsonValueKind.String
        ? new(name, check.GetString()!)
        : new(name, Text(check, "status") ?? "Unhealthy", Text(check, "description"));

    static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
