using System.Text.Json;
using AspireMl.Contracts.Monitoring;

namespace AspireMl.Storage.Monitoring.PostgreSql;

/// <summary>The JSON of summaries.</summary>
static class ReportJson
{
    public static string Write(ReportSummary summary) => JsonSerializer.Serialize(summary, JsonSerializerOptions.Web);

    public static ReportSummary? Read(string? json) => json is null ? null : JsonSerializer.Deserialize<ReportSummary>(json, JsonSerializerOptions.Web);
}
