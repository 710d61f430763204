using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace AspireMl.Airgap.Tests.Aspire;

/// <summary>The servers that the services need, each a container, an embedded part, or an address from configuration.</summary>
internal sealed record DraftServers(
    IResourceBuilder<IResourceWithConnectionString> Database,
    IResourceBuilder<IResourceWithConnectionString>? Documents,
    IResourceBuilder<IResourceWithConnectionString>? Queue,
    IResourceBuilder<IResourceWithConnectionString>? Objects);

internal static class DraftServersExtensions
{
    public static DraftServers AddInfrastructure(this IDistributedApplicationBuilder builder, bool embedded)
    {
        var database = Given(builder, "database") ?? (embedded ? EmbeddedDatabase(builder) : TimescaleDatabase(builder));
        if (embedded)
        {
            // PostgreSQL keeps the documents and the queue, a folder keeps the objects.
            return new(database, Given(builder, "documents"), Given(builder, "queue"), Given(builder, "objects"));
        }

        return new(
            database,
            Given(builder, "documents") ?? builder.AddMongoDB("mongo").WithDataVolume().AddDatabase("documents", "aspireml"),
            Given(builder, "queue") ?? builder.AddRabbitMQ("queue").WithManagementPlugin().WithDataVolume(),
            Given(builder, "objects") ?? Minio(builder));
    }

    static IResourceBuilder<IResourceWithConnectionString>? Given(IDistributedApplicationBuilder builder, string name) =>
        builder.ExecutionContext.IsRunMode && builder.Configuration[$"ConnectionStrings:{name}"] is { Length: > 0 }
            ? builder.AddConnectionString(name)
            : null;

    static IResourceBuilder<IResourceWithConnectionString> TimescaleDatabase(IDistributedApplicationBuilder builder) =>
        builder.AddPostgres("postgres")
            .WithImage("timescale/timescaledb", "2.17.2-pg16")
            .WithDataVolume()
            .WithPgAdmin()
            .AddDatabase("database", "aspireml");

    static IResourceBuilder<IResourceWithConnectionString> EmbeddedDatabase(IDistributedApplicationBuilder builder)
    {
        var postgres = builder.AddProject<Projects.EmbeddedPostgres>("postgres")
            .WithEndpoint(port: 5433, scheme: "tcp", name: "tcp", env: "PORT", isProxied: false);
        var tcp = postgres.GetEndpoint("tcp");
        return builder.AddConnectionString("database", ReferenceExpression.Create(
                $"Host={tcp.Property(EndpointProperty.Host)};Port={tcp.Property(EndpointProperty.Port)};Username=aspireml;Passfile=.data/postgres/passfile;Database=aspireml"))
            .WaitFor(postgres);
    }

    static IResourceBuilder<IResourceWithConnectionString> Minio(IDistributedApplicationBuilder builder)
    {
        var user = builder.AddParameter("minio-user", "aspireml", publishValueAsDefault: true);
        var password = builder.AddParameter("minio-password", new GenerateParameterDefault { MinLength = 22, Special = false }, secret: true);
        var minio = builder.AddContainer("minio", "minio/minio", "RELEASE.2025-04-22T22-12-26Z")
            .WithArgs("server", "/data", "--console-address", ":9001")
            .WithEnvironment("MINIO_ROOT_USER", user)
            .WithEnvironment("MINIO_ROOT_PASSWORD", password)
            .WithHttpEndpoint(targetPort: 9000, name: "http")
            .WithHttpEndpoint(targetPort: 9001, name: "console")
            .WithVolume("minio-data", "/data")
            .WithHttpHealthCheck("/minio/health/live", endpointName: "http");
        var http = minio.GetEndpoint("http");
        return builder.AddConnectionString("objects", ReferenceExpression.Create(
                $"Endpoint={http.Property(EndpointProperty.Url)};AccessKey={user};SecretKey={password};Bucket=aspireml"))
            .WaitFor(minio);
    }
}

internal static class DraftWaitExtensions
{
    /// <summary>Hands the service every server's connection string and waits for those that it cannot start without.</summary>
    public static IResourceBuilder<ProjectResource> WithServers(this IResourceBuilder<ProjectResource> project, DraftServers servers)
    {
        project.WithReference(servers.Database).WaitFor(servers.Database);
        foreach (var server in new[] { servers.Documents, servers.Queue, servers.Objects })
        {
            if (server is not null)
            {
                project.WithReference(server).WaitFor(server);
            }
        }

        return project;
    }
}
