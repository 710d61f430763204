using Aspire.Hosting.ApplicationModel;

namespace AspireMl.AppHost.Tests.Graph;

public sealed class EmbeddedModeTests
{
    [Fact]
    public async Task No_container_is_declared()
    {
        var graph = await DeclaredGraph.OfAsync("--Infrastructure", "embedded");

        Assert.Equal(["postgres", "database", "inference-api", "monitoring-worker", "retraining-worker", "frontend", "simulator"], graph.Names);
        Assert.IsType<ProjectResource>(graph.Find<IResource>("postgres"));
    }

    [Fact]
    public async Task The_api_gets_the_embedded_database_and_waits_for_it()
    {
        var graph = await DeclaredGraph.OfAsync("--Infrastructure", "embedded");
        var connection = (await graph.EnvironmentAsync("inference-api"))["ConnectionStrings__database"];

        Assert.StartsWith("Host=localhost;Port=5433;Username=aspireml;Passfile=", connection, StringComparison.Ordinal);
        Assert.EndsWith("/.data/postgres/passfile;Database=aspireml", connection, StringComparison.Ordinal);
        Assert.Equal(["database"], graph.WaitsOf("inference-api"));
        Assert.Equal(["postgres"], graph.WaitsOf("database"));
    }

    [Fact]
    public async Task The_database_and_its_clients_agree_on_folder_and_port()
    {
        var graph = await DeclaredGraph.OfAsync("--Infrastructure", "embedded", "--Data", "/tmp/elsewhere", "--Ports:postgres", "6000");
        var server = await graph.EnvironmentAsync("postgres");
        var api = await graph.EnvironmentAsync("inference-api");

        Assert.Equal("6000", server["PORT"]);
        Assert.Equal("/tmp/elsewhere/postgres", server["EmbeddedPostgres__Folder"]);
        Assert.Contains("Port=6000;", api["ConnectionStrings__database"], StringComparison.Ordinal);
        Assert.Contains("Passfile=/tmp/elsewhere/postgres/passfile;", api["ConnectionStrings__database"], StringComparison.Ordinal);
        Assert.Equal("/tmp/elsewhere/objects", api["Objects__Path"]);
    }

    [Fact]
    public async Task A_folder_with_a_semicolon_in_its_name_survives_the_connection_string()
    {
        var graph = await DeclaredGraph.OfAsync("--Infrastructure", "embedded", "--Data", "/tmp/a;b");
        var connection = new Npgsql.NpgsqlConnectionStringBuilder((await graph.EnvironmentAsync("inference-api"))["ConnectionStrings__database"]);

        Assert.Equal("/tmp/a;b/postgres/passfile", connection.Passfile);
    }

    [Fact]
    public async Task The_server_is_watched()
    {
        var graph = await DeclaredGraph.OfAsync("--Infrastructure", "embedded");

        Assert.Single(graph.Find<IResource>("postgres").Annotations.OfType<HealthCheckAnnotation>());
    }
}
