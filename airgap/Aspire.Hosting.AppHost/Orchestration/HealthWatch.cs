using Aspire.Hosting.Eventing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Orchestration;

/// <summary>Asks after a running resource's health, often until it is ready and now and then after that.</summary>
internal sealed class HealthWatch(HealthCheckService checks, IDistributedApplicationEventing eventing, IServiceProvider services)
{
    public async Task WatchAsync(ResourceStatus status, CancellationToken cancellation)
    {
        var keys = status.Resource.Annotations.OfType<HealthCheckAnnotation>().Select(annotation => annotation.Key).ToHashSet();
        for (var first = true; ; first = false)
        {
            var report = keys.Count == 0 ? null : await checks.CheckHealthAsync(check => keys.Contains(check.Name), cancellation);
            var healthy = report is null or { Status: HealthStatus.Healthy };
            status.Checked(report is null ? "" : healthy ? "healthy" : Explain(report));
            if (healthy && !status.Ready)
            {
                await eventing.PublishAsync(new ResourceReadyEvent(status.Resource, services), cancellation);
                status.BecameReady();
            }

            if (report is null)
            {
                return;
            }

            await Task.Delay(healthy ? TimeSpan.FromSeconds(5) : TimeSpan.FromMilliseconds(first || !status.Ready ? 150 : 1000), cancellation);
        }
    }

    static string Explain(HealthReport report) =>
        string.Join(' ', report.Entries.Values.Where(entry => entry.Status != HealthStatus.Healthy).Select(entry => entry.Description ?? "unhealthy").Distinct());
}
