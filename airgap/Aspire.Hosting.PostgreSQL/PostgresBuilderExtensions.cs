using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

public static class PostgresBuilderExtensions
{
    public static IResourceBuilder<PostgresServerResource> AddPostgres(this IDistributedApplicationBuilder builder, string name)
    {
        var server = new PostgresServerResource(name, ParameterResourceBuilderExtensions.CreatePassword(builder, $"{name}-password"));
        return builder.AddResource(server)
            .WithEndpoint(targetPort: 5432, name: "tcp")
            .WithImage("library/postgres", "18.3").WithImageRegistry("docker.io")
            .WithEnvironment("POSTGRES_HOST_AUTH_METHOD", "scram-sha-256")
            .WithEnvironment("POSTGRES_INITDB_ARGS", "--auth-host=scram-sha-256 --auth-local=scram-sha-256")
            .WithEnvironment(context =>
            {
                context.EnvironmentVariables["POSTGRES_USER"] = PostgresServerResource.User;
                context.EnvironmentVariables["POSTGRES_PASSWORD"] = server.PasswordParameter;
            });
    }

    public static IResourceBuilder<PostgresDatabaseResource> AddDatabase(
        this IResourceBuilder<PostgresServerResource> builder, string name, string? databaseName = null) =>
        builder.ApplicationBuilder.AddResource(new PostgresDatabaseResource(name, databaseName ?? name, builder.Resource));

    public static IResourceBuilder<PostgresServerResource> WithDataVolume(this IResourceBuilder<PostgresServerResource> builder, string? name = null, bool isReadOnly = false) =>
        builder.WithVolume(name ?? VolumeNameGenerator.Generate(builder, "data"), "/var/lib/postgresql/data", isReadOnly);

    /// <summary>Adds pgAdmin, for development only: it is never published.</summary>
    public static IResourceBuilder<PostgresServerResource> WithPgAdmin(this IResourceBuilder<PostgresServerResource> builder)
    {
        if (builder.ApplicationBuilder.ExecutionContext.IsRunMode)
        {
            builder.ApplicationBuilder.AddContainer("pgadmin", "dpage/pgadmin4", "9.13.0").WithImageRegistry("docker.io")
                .WithHttpEndpoint(targetPort: 80, name: "http");
        }

        return builder;
    }
}
