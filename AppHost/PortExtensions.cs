using Microsoft.Extensions.Configuration;

namespace AspireMl.AppHost;

internal static class PortExtensions
{
    /// <summary>Moves the service to the port that <c>Ports:NAME</c> gives; without it the launch profile decides.</summary>
    public static IResourceBuilder<ProjectResource> WithConfiguredPort(this IResourceBuilder<ProjectResource> project) =>
        project.ApplicationBuilder.ExecutionContext.IsRunMode
        && project.ApplicationBuilder.Configuration.GetValue<int?>($"Ports:{project.Resource.Name}") is { } port
            ? project.WithEndpoint("http", endpoint => endpoint.Port = port)
            : project;
}
