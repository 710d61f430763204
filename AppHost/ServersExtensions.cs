using Microsoft.Extensions.Configuration;

namespace AspireMl.AppHost;

internal static class ServersExtensions
{
    /// <summary>
    /// Declares every server once: the connection string from the configuration if there is one, else an embedded part or a
    /// container, as the mode says. Publishing always declares the containers.
    /// </summary>
    public static Servers AddServers(this IDistributedApplicationBuilder builder)
    {
        var embedded = builder.ExecutionContext.IsRunMode && Mode.IsEmbedded(builder.Configuration);
        return new(
            builder.GivenConnectionString("database") ?? (embedded ? builder.AddEmbeddedDatabase() : builder.AddTimescaleDatabase()),
            builder.GivenConnectionString("queue"),
            builder.Configuration["Data"] is { Length: > 0 } data ? Path.Combine(Path.GetFullPath(data), "objects") : null);
    }

    /// <summary>Hands the service every server's address and waits for those that it cannot start without.</summary>
    public static IResourceBuilder<ProjectResource> WithServers(this IResourceBuilder<ProjectResource> project, Servers servers)
    {
        project.WithReference(servers.Database).WaitFor(servers.Database);
        if (servers.Queue is { } queue)
        {
            project.WithReference(queue).WaitFor(queue);
        }

        return servers.ObjectsFolder is null || project.ApplicationBuilder.ExecutionContext.IsPublishMode
            ? project
            : project.WithEnvironment("Objects__Path", servers.ObjectsFolder);
    }

    static IResourceBuilder<IResourceWithConnectionString>? GivenConnectionString(this IDistributedApplicationBuilder builder, string name) =>
        builder.ExecutionContext.IsRunMode && builder.Configuration.GetConnectionString(name) is { Length: > 0 }
            ? builder.AddConnectionString(name)
            : null;

    static IResourceBuilder<IResourceWithConnectionString> AddTimescaleDatabase(this IDistributedApplicationBuilder builder) =>
        builder.AddPostgres("postgres")
            .WithImage("timescale/timescaledb", "2.17.2-pg16")
            .WithDataVolume()
            .WithPgAdmin()
            .AddDatabase("database", "aspireml");
}
