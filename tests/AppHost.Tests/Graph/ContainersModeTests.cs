using Aspire.Hosting.ApplicationModel;

namespace AspireMl.AppHost.Tests.Graph;

public sealed class ContainersModeTests
{
    [Fact]
    public async Task PostgreSQL_with_Timescale_is_a_container()
    {
        var graph = await DeclaredGraph.OfAsync("--Infrastructure", "containers");
        var image = graph.Find<ContainerResource>("postgres").Annotations.OfType<ContainerImageAnnotation>().Single();

        Assert.Equal("timescale/timescaledb", image.Image);
        Assert.Equal(["postgres", "pgadmin", "database", "inference-api", "monitoring-worker", "retraining-worker", "frontend", "simulator"], graph.Names);
    }

    [Fact]
    public async Task The_api_gets_the_container_s_database_and_waits_for_both()
    {
        var graph = await DeclaredGraph.OfAsync("--Infrastructure", "containers", "--Parameters:postgres-password", "secret");
        var variables = await graph.EnvironmentAsync("inference-api");

        Assert.Equal("Host=localhost;Port=40000;Username=postgres;Password=secret;Database=aspireml", variables["ConnectionStrings__database"]);
        Assert.Equal("aspireml", variables["DATABASE_DATABASENAME"]);
        Assert.Equal(["postgres", "database"], graph.WaitsOf("inference-api"));
    }
}
