using AspireMl.AppHost;
using Microsoft.Extensions.Configuration;

var builder = DistributedApplication.CreateBuilder(args);

var embedded = builder.ExecutionContext.IsRunMode && Mode.IsEmbedded(builder.Configuration);

// Servers
var servers = builder.AddServers(embedded);

// Services
var inference = builder.AddProject<Projects.Inference_Api>("inference-api")
    .WithServers(servers)
    .WithDocuments(servers)
    .WithReplicas(builder.Configuration.GetValue("Replicas:inference-api", 1))
    // glibc gives every thread that reads pages a heap of its own otherwise, and each stays as large as it ever was.
    .WithEnvironment("MALLOC_ARENA_MAX", "2")
    .WithConfiguredPort()
    .WithHttpHealthCheck("/health")
    .WithAnnouncement();

var monitoring = builder.AddProject<Projects.Monitoring_Worker>("monitoring-worker")
    .WithServers(servers)
    .WithDocuments(servers)
    .WithReference(inference)
    .WithConfiguredPort()
    .WithHttpHealthCheck("/health")
    .WithAnnouncement();

var retraining = builder.AddProject<Projects.Retraining_Worker>("retraining-worker")
    .WithServers(servers)
    .WithReference(inference)
    .WithReference(monitoring)
    .WithConfiguredPort()
    .WithHttpHealthCheck("/health")
    .WithAnnouncement();

var frontend = builder.AddProject<Projects.Frontend_Blazor>("frontend")
    .WithExternalHttpEndpoints()
    .WithReference(inference).WaitFor(inference)
    .WithReference(monitoring)
    .WithReference(retraining)
    .WithConfiguredPort()
    .WithHttpHealthCheck("/health")
    .WithAnnouncement();

if (builder.ExecutionContext.IsRunMode)
{
    // A machine to try it all on; it has no place in a deployment.
    var simulator = builder.AddProject<Projects.Simulator>("simulator")
        .WithServers(servers)
        .WithReference(retraining).WaitFor(inference)
        .WithConfiguredPort()
        .WithHttpHealthCheck("/health");
    frontend.WithReference(simulator);
}

// Observability
if (!embedded)
{
    builder.AddObservability(servers, inference, monitoring, retraining, frontend);
}

builder.AnnounceDashboard();
builder.Build().Run();
