using Microsoft.Extensions.Configuration;

namespace AspireMl.AppHost;

internal static class ServersExtensions
{
    /// <summary>
    /// Declares every server once: the connection string from the configuration if there is one, else an embedded part or a
    /// container, as the mode says. Publishing always declares the containers.
    /// </summary>
    public static Servers AddServers(this IDistributedApplicationBuilder builder, bool embedded)
    {
        List<EndpointReference> exporters = [];
        return new(
            builder.GivenConnectionString("database") ?? (embedded ? builder.AddEmbeddedDatabase() : builder.AddTimescaleDatabase(exporters)),
            // Embedded, PostgreSQL keeps the documents and carries the queue, and a folder keeps the objects.
            builder.GivenConnectionString("documents") ?? (embedded ? null : builder.AddMongoDb()),
            builder.GivenConnectionString("queue") ?? (embedded ? null : builder.AddRabbitMq(exporters)),
            builder.GivenConnectionString("objects") ?? (embedded ? null : builder.AddMinio(exporters)),
            builder.Configuration["Data"] is { Length: > 0 } data ? Path.Combine(Path.GetFullPath(data), "objects") : null,
            exporters);
    }

    /// <summary>Hands the service the addresses of the servers that all of them use, and waits for those that it cannot start without.</summary>
    public static IResourceBuilder<ProjectResource> WithServers(this IResourceBuilder<ProjectResource> project, Servers servers)
    {
        foreach (var server in new[] { servers.Database, servers.Queue, servers.Objects }.OfType<IResourceBuilder<IResourceWithConnectionString>>())
        {
            project.WithReference(server).WaitFor(server);
        }

        return servers.ObjectsFolder is null || project.ApplicationBuilder.ExecutionContext.IsPublishMode
            ? project
            : project.WithEnvironment("Objects__Path", servers.ObjectsFolder);
    }

    /// <summary>Hands a service that records or reads answers and jobs the address of the server that keeps them, where it is not the database.</summary>
    public static IResourceBuilder<ProjectResource> WithDocuments(this IResourceBuilder<ProjectResource> project, Servers servers) =>
        servers.Documents is { } documents ? project.WithReference(documents).WaitFor(documents) : project;

    static IResourceBuilder<IResourceWithConnectionString>? GivenConnectionString(this IDistributedApplicationBuilder builder, string name) =>
        builder.ExecutionContext.IsRunMode && builder.Configuration.GetConnectionString(name) is { Length: > 0 }
            ? builder.AddConnectionString(name)
            : null;
}
