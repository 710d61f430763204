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

builder.AddProject<Projects.Frontend_Blazor>("frontend")
    .WithExternalHttpEndpoints()
    .WithReference(inference).WaitFor(inference)
    .WithConfiguredPort()
    .WithHttpHealthCheck("/health")
    .WithAnnouncement();

builder.AnnounceDashboard();
builder.Build().Run();
