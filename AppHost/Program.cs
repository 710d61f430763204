using AspireMl.AppHost;

var builder = DistributedApplication.CreateBuilder(args);

// Servers
var servers = builder.AddServers();

// Services
var inference = builder.AddProject<Projects.Inference_Api>("inference-api")
    .WithServers(servers)
    .WithConfiguredPort()
    .WithHttpHealthCheck("/health")
    .WithAnnouncement();

var monitoring = builder.AddProject<Projects.Monitoring_Worker>("monitoring-worker")
    .WithServers(servers)
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

builder.AnnounceDashboard();
builder.Build().Run();
