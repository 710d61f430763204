using System.Data.Common;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AspireMl.AppHost;

internal static class EmbeddedDatabase
{
    const string Name = "postgres";
    const int DefaultPort = 5433;

    /// <summary>PostgreSQL as a child process, its data under <c>.data/</c> or the folder that <c>Data</c> names.</summary>
    public static IResourceBuilder<IResourceWithConnectionString> AddEmbeddedDatabase(this IDistributedApplicationBuilder builder)
    {
        var folder = Path.GetFullPath(Path.Combine(builder.AppHostDirectory, "..", builder.Configuration["Data"] ?? ".data", Name));
        var postgres = builder.AddProject<Projects.EmbeddedPostgres>(Name)
            .WithEndpoint(port: builder.Configuration.GetValue($"Ports:{Name}", DefaultPort), scheme: "tcp", name: "tcp", env: "PORT", isProxied: false)
            .WithEnvironment("EmbeddedPostgres__Folder", folder)
            .WithHealthCheck(Name)
            .WithRestart();
        var tcp = postgres.GetEndpoint("tcp");
        var database = builder.AddConnectionString("database", ReferenceExpression.Create(
                $"Host={tcp.Property(EndpointProperty.Host)};Port={tcp.Property(EndpointProperty.Port)};Username=aspireml;{Passfile(folder)};Database=aspireml"))
            .WaitFor(postgres);
        builder.Services.AddHealthChecks().AddCheck(Name, new DatabaseHealthCheck(database.Resource));
        return database;
    }

    static string Passfile(string folder)
    {
        var text = new StringBuilder();
        DbConnectionStringBuilder.AppendKeyValuePair(text, "Passfile", Path.Combine(folder, "passfile"));
        return text.ToString();
    }
}
