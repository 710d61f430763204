namespace AspireMl.AppHost;

/// <summary>Prometheus, Alertmanager and Grafana, with the configuration of this repository.</summary>
internal static class Observability
{
    /// <summary>Declares them; <paramref name="services"/> and the exporters of the servers are what Prometheus scrapes.</summary>
    public static void AddObservability(this IDistributedApplicationBuilder builder, Servers servers, params IEnumerable<IResourceBuilder<ProjectResource>> services)
    {
        var alertmanager = builder.AddContainer("alertmanager", "prom/alertmanager", "v0.28.1")
            .WithBindMount("../prometheus/alertmanager.yml", "/etc/alertmanager/alertmanager.yml", isReadOnly: true)
            .WithVolume("alertmanager-data", "/alertmanager")
            .WithHttpEndpoint(port: 9093, targetPort: 9093, name: "http")
            .WithHttpHealthCheck("/-/healthy", endpointName: "http");

        var prometheus = builder.AddContainer("prometheus", "prom/prometheus", "v3.2.1")
            .WithBindMount("../prometheus", "/config", isReadOnly: true)
            .WithVolume("prometheus-data", "/prometheus")
            .WithEntrypoint("/config/start.sh")
            .WithArgs("--storage.tsdb.path=/prometheus", "--storage.tsdb.retention.time=30d")
            .WithHttpEndpoint(port: 9090, targetPort: 9090, name: "http")
            .WithHttpHealthCheck("/-/ready", endpointName: "http")
            .WithEnvironment("ALERTMANAGER_URL", alertmanager.GetEndpoint("http"));
        foreach (var target in services.Select(service => service.GetEndpoint("http")).Concat(servers.Exporters))
        {
            prometheus.WithTarget(target);
        }

        if (builder.ExecutionContext.IsRunMode)
        {
            // It looks into the machine that it runs on; a cluster brings its own.
            prometheus.WithTarget(builder.AddContainer("cadvisor", "gcr.io/cadvisor/cadvisor", "v0.49.1")
                .WithBindMount("/", "/rootfs", isReadOnly: true)
                .WithBindMount("/var/run", "/var/run", isReadOnly: true)
                .WithBindMount("/sys", "/sys", isReadOnly: true)
                .WithHttpEndpoint(targetPort: 8080, name: "http")
                .GetEndpoint("http"));
        }

        builder.AddGrafana(prometheus.GetEndpoint("http"), alertmanager.GetEndpoint("http"));
    }

    static void WithTarget(this IResourceBuilder<ContainerResource> prometheus, EndpointReference target) =>
        prometheus.WithEnvironment($"TARGET_{target.Resource.Name.Replace('-', '_')}", target);

    static void AddGrafana(this IDistributedApplicationBuilder builder, EndpointReference prometheus, EndpointReference alertmanager)
    {
        var password = builder.AddParameter("grafana-password", new GenerateParameterDefault { MinLength = 22, Special = false }, secret: true);
        builder.AddContainer("grafana", "grafana/grafana", "11.5.2")
            .WithBindMount("../grafana/provisioning", "/etc/grafana/provisioning", isReadOnly: true)
            .WithBindMount("../grafana/dashboards", "/var/lib/grafana/dashboards", isReadOnly: true)
            .WithVolume("grafana-data", "/var/lib/grafana")
            .WithEnvironment("GF_SECURITY_ADMIN_PASSWORD", password)
            .WithEnvironment("PROMETHEUS_URL", prometheus)
            .WithEnvironment("ALERTMANAGER_URL", alertmanager)
            .WithHttpEndpoint(port: 3000, targetPort: 3000, name: "http")
            .WithExternalHttpEndpoints()
            .WithHttpHealthCheck("/api/health", endpointName: "http");
    }
}
