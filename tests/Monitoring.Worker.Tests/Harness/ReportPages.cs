using AspireMl.Contracts.Clients;

namespace AspireMl.Monitoring.Worker.Tests.Harness;

static class ReportPages
{
    /// <summary>The whole page of a report.</summary>
    public static async Task<string> ReadReportPageAsync(this MonitoringClient client, Guid reportId)
    {
        using var reader = new StreamReader(await client.OpenReportPageAsync(reportId));
        return await reader.ReadToEndAsync();
    }
}
