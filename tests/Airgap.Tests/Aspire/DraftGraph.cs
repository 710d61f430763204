using Aspire.Hosting;

namespace AspireMl.Airgap.Tests.Aspire;

/// <summary>A graph that uses every part of the stand-ins; what real Aspire makes of it is on record.</summary>
internal static class DraftGraph
{
    public static void Declare(IDistributedApplicationBuilder builder)
    {
        var embedded = builder.ExecutionContext.IsRunMode && builder.Configuration["Infrastructure"] == "embedded";

        // Servers
        var servers = builder.AddInfrastructure(embedded);

        // Services
        var inference = builder.AddProject<Projects.Inference_Api>("inference-api")
            .WithServers(servers)
            .WithReplicas(embedded ? 1 : 2)
            .WithHttpHealthCheck("/health");

        var monitoring = builder.AddProject<Projects.Monitoring_Worker>("monitoring-worker")
            .WithServers(servers)
            .WithReference(inference)
            .WithHttpHealthCheck("/health");

        var retraining = builder.AddProject<Projects.Retraining_Worker>("retraining-worker")
            .WithServers(servers)
            .WithReference(inference)
            .WithHttpHealthCheck("/health");

        builder.AddProject<Projects.Frontend_Blazor>("frontend")
            .WithExternalHttpEndpoints()
            .WithReference(inference).WaitFor(inference)
            .WithReference(monitoring)
            .WithReference(retraining)
            .WithHttpHealthCheck("/health");

        if (builder.ExecutionContext.IsRunMode)
        {
            builder.AddProject<Projects.Simulator>("simulator")
                .WithServers(servers)
                .WithReference(retraining)
                .WaitFor(inference);
        }

        // Observability
        if (!embedded)
        {
            var prometheus = builder.AddContainer("prometheus", "prom/prometheus", "v3.2.1")
                .WithBindMount("../prometheus", "/etc/prometheus", isReadOnly: true)
                .WithHttpEndpoint(port: 9090, targetPort: 9090, name: "http")
                .WithEnvironment("INFERENCE_URL", inference.GetEndpoint("http"));

            builder.AddContainer("grafana", "grafana/grafana", "11.5.2")
                .WithBindMount("../grafana/provisioning", "/etc/grafana/provisioning", isReadOnly: true)
                .WithBindMount("../grafana/dashboards", "/var/lib/grafana/dashboards", isReadOnly: true)
                .WithEnvironment("PROMETHEUS_URL", prometheus.GetEndpoint("http"))
                .WithHttpEndpoint(port: 3000, targetPort: 3000, name: "http")
                .WithExternalHttpEndpoints();
        }
    }
}
