using System.Net.Sockets;

namespace Aspire.Hosting;

public static class ProjectResourceBuilderExtensions
{
    public static IResourceBuilder<ProjectResource> AddProject<TProject>(this IDistributedApplicationBuilder builder, string name)
        where TProject : IProjectMetadata, new()
    {
        var metadata = new TProject();
        var project = builder.AddResource(new ProjectResource(name)).WithAnnotation<IProjectMetadata>(metadata);
        var profile = LaunchProfile.Read(metadata.ProjectPath, builder.Configuration["DOTNET_LAUNCH_PROFILE"]);
        project.WithTelemetry();
        if (builder.ExecutionContext.IsPublishMode)
        {
            AddPublishedEndpoints(project, profile);
        }
        else
        {
            project.WithEnvironment("DOTNET_SYSTEM_CONSOLE_ALLOW_ANSI_COLOR_REDIRECTION", "true");
            project.WithEnvironment("LOGGING__CONSOLE__FORMATTERNAME", "simple");
            AddLaunchProfile(project, profile);
        }

        return project;
    }

    public static IResourceBuilder<ProjectResource> WithReplicas(this IResourceBuilder<ProjectResource> builder, int replicas) =>
        builder.WithAnnotation(new ReplicaAnnotation(replicas));

    static void AddLaunchProfile(IResourceBuilder<ProjectResource> project, LaunchProfile? profile)
    {
        if (profile is null)
        {
            return;
        }

        foreach (var url in profile.Urls)
        {
            project.WithAnnotation(new EndpointAnnotation(ProtocolType.Tcp, url.Scheme, name: url.Scheme, port: url.Port));
        }

        project.WithEnvironment(context =>
        {
            var urls = HttpEndpoints(project.Resource).Select(endpoint => endpoint.Url).ToList();
            if (urls.Count > 0)
            {
                context.EnvironmentVariables["ASPNETCORE_URLS"] = string.Join(';', urls);
            }

            context.EnvironmentVariables["DOTNET_LAUNCH_PROFILE"] = profile.Name;
            foreach (var (name, value) in profile.Environment)
            {
                context.EnvironmentVariables[name] = value;
            }
        });
    }

    /// <summary>A published web project listens on both schemes, at ports that the deployment chooses.</summary>
    static void AddPublishedEndpoints(IResourceBuilder<ProjectResource> project, LaunchProfile? profile)
    {
        if (profile is null or { Urls.Count: 0 })
        {
            return;
        }

        project.WithAnnotation(new EndpointAnnotation(ProtocolType.Tcp, "http"));
        project.WithAnnotation(new EndpointAnnotation(ProtocolType.Tcp, "https"));
        project.WithEnvironment("ASPNETCORE_FORWARDEDHEADERS_ENABLED", "true");
        project.WithEnvironment(context =>
            context.EnvironmentVariables["HTTP_PORTS"] = project.GetEndpoint("http").Property(EndpointProperty.TargetPort));
    }

    static IEnumerable<EndpointReference> HttpEndpoints(ProjectResource project) => project.Annotations.OfType<EndpointAnnotation>()
        .Where(endpoint => endpoint.UriScheme is "http" or "https")
        .Select(endpoint => new EndpointReference(project, endpoint.Name));
}
