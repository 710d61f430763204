namespace AspireMl.AppHost;

/// <summary>The servers as containers, each with a volume for its data and a generated password.</summary>
internal static class ContainerServers
{
    /// <summary>PostgreSQL with TimescaleDB, and what tells Prometheus about it.</summary>
    public static IResourceBuilder<IResourceWithConnectionString> AddTimescaleDatabase(this IDistributedApplicationBuilder builder, ICollection<EndpointReference> exporters)
    {
        var postgres = builder.AddPostgres("postgres")
            .WithImage("timescale/timescaledb", "2.17.2-pg16")
            .WithDataVolume()
            .WithPgAdmin();
        var database = postgres.AddDatabase("database", "aspireml");
        var tcp = postgres.GetEndpoint("tcp");
        var exporter = builder.AddContainer("postgres-exporter", "prometheuscommunity/postgres-exporter", "v0.17.1")
            .WithEnvironment("DATA_SOURCE_URI", ReferenceExpression.Create($"{tcp.Property(EndpointProperty.Host)}:{tcp.Property(EndpointProperty.Port)}/aspireml?sslmode=disable"))
            .WithEnvironment("DATA_SOURCE_USER", "postgres")
            .WithEnvironment(context => context.EnvironmentVariables["DATA_SOURCE_PASS"] = postgres.Resource.PasswordParameter)
            .WithHttpEndpoint(targetPort: 9187, name: "http")
            .WaitFor(database);
        exporters.Add(exporter.GetEndpoint("http"));
        return database;
    }

    /// <summary>MongoDB.</summary>
    public static IResourceBuilder<IResourceWithConnectionString> AddMongoDb(this IDistributedApplicationBuilder builder) =>
        builder.AddMongoDB("mongo").WithDataVolume().AddDatabase("documents", "aspireml");

    /// <summary>RabbitMQ with its management pages; its image tells Prometheus about itself on a port of its own.</summary>
    public static IResourceBuilder<IResourceWithConnectionString> AddRabbitMq(this IDistributedApplicationBuilder builder, ICollection<EndpointReference> exporters)
    {
        var queue = builder.AddRabbitMQ("queue")
            .WithManagementPlugin()
            .WithDataVolume()
            .WithHttpEndpoint(targetPort: 15692, name: "metrics");
        exporters.Add(queue.GetEndpoint("metrics"));
        return queue;
    }

    /// <summary>MinIO; the services make their bucket in it.</summary>
    public static IResourceBuilder<IResourceWithConnectionString> AddMinio(this IDistributedApplicationBuilder builder, ICollection<EndpointReference> exporters)
    {
        var user = builder.AddParameter("minio-user", "aspireml", publishValueAsDefault: true);
        var password = builder.AddParameter("minio-password", new GenerateParameterDefault { MinLength = 22, Special = false }, secret: true);
        var minio = builder.AddContainer("minio", "minio/minio", "RELEASE.2025-04-22T22-12-26Z")
            .WithArgs("server", "/data", "--console-address", ":9001")
            .WithEnvironment("MINIO_ROOT_USER", user)
            .WithEnvironment("MINIO_ROOT_PASSWORD", password)
            // Inside the network of the containers; otherwise Prometheus would need a token of MinIO's own.
            .WithEnvironment("MINIO_PROMETHEUS_AUTH_TYPE", "public")
            .WithHttpEndpoint(targetPort: 9000, name: "http")
            .WithHttpEndpoint(targetPort: 9001, name: "console")
            .WithVolume("minio-data", "/data")
            .WithHttpHealthCheck("/minio/health/live", endpointName: "http");
        var http = minio.GetEndpoint("http");
        exporters.Add(http);
        return builder.AddConnectionString("objects", ReferenceExpression.Create(
                $"Endpoint={http.Property(EndpointProperty.Url)};AccessKey={user};SecretKey={password};Bucket=aspireml"))
            .WaitFor(minio);
    }
}
