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
        Assert.Equal(
            [
                "postgres", "pgadmin", "database", "postgres-exporter", "mongo", "documents", "queue", "minio-user", "minio-password", "minio", "objects",
                "inference-api", "monitoring-worker", "retraining-worker", "frontend", "simulator",
                "alertmanager", "prometheus", "cadvisor", "grafana-password", "grafana",
            ],
            graph.Names);
    }

    [Fact]
    public async Task Every_image_has_a_version()
    {
        var graph = await DeclaredGraph.OfAsync("--Infrastructure", "containers");
        var images = graph.Names.Select(graph.Find<IResource>).SelectMany(resource => resource.Annotations.OfType<ContainerImageAnnotation>()).ToList();

        Assert.Equal(10, images.Count);
        Assert.All(images, image => Assert.Matches("[0-9]", image.Tag!));
    }

    [Theory]
    [InlineData("inference-api")]
    [InlineData("monitoring-worker")]
    [InlineData("retraining-worker")]
    public async Task Services_get_the_queue_and_the_objects_and_wait_for_them(string service)
    {
        var graph = await DeclaredGraph.OfAsync("--Infrastructure", "containers", "--Parameters:queue-password", "rabbit", "--Parameters:minio-password", "secret");
        var variables = await graph.EnvironmentAsync(service);

        Assert.Matches("^amqp://guest:rabbit@localhost:[0-9]+$", variables["ConnectionStrings__queue"]);
        Assert.Matches("^Endpoint=http://localhost:[0-9]+;AccessKey=aspireml;SecretKey=secret;Bucket=aspireml$", variables["ConnectionStrings__objects"]);
        Assert.Superset(new HashSet<string> { "queue", "objects" }, graph.WaitsOf(service).ToHashSet());
    }

    [Fact]
    public async Task Services_that_record_or_read_answers_get_MongoDB_and_wait_for_it()
    {
        var graph = await DeclaredGraph.OfAsync("--Infrastructure", "containers", "--Parameters:mongo-password", "secret");

        foreach (var service in (string[])["inference-api", "monitoring-worker"])
        {
            Assert.Matches("^mongodb://admin:secret@localhost:[0-9]+/aspireml\\?authSource=admin&authMechanism=SCRAM-SHA-256$", (await graph.EnvironmentAsync(service))["ConnectionStrings__documents"]);
            Assert.Contains("documents", graph.WaitsOf(service));
        }

        Assert.DoesNotContain("ConnectionStrings__documents", (await graph.EnvironmentAsync("retraining-worker")).Keys);
    }

    [Fact]
    public async Task Prometheus_scrapes_every_service_and_exporter_and_tells_Alertmanager()
    {
        var graph = await DeclaredGraph.OfAsync("--Infrastructure", "containers");
        var variables = await graph.EnvironmentAsync("prometheus");

        Assert.Equal("http://localhost:9093", variables["ALERTMANAGER_URL"]);
        Assert.Equal("http://localhost:5080", variables["TARGET_inference_api"]);
        Assert.Equal(
            ["cadvisor", "frontend", "inference_api", "minio", "monitoring_worker", "postgres_exporter", "queue", "retraining_worker"],
            variables.Keys.Where(name => name.StartsWith("TARGET_", StringComparison.Ordinal)).Select(name => name["TARGET_".Length..]).Order());
    }

    [Fact]
    public async Task Grafana_knows_Prometheus_and_Alertmanager_and_has_a_password_of_its_own()
    {
        var variables = await (await DeclaredGraph.OfAsync("--Infrastructure", "containers", "--Parameters:grafana-password", "mine")).EnvironmentAsync("grafana");

        Assert.Equal(("http://localhost:9090", "http://localhost:9093", "mine"), (variables["PROMETHEUS_URL"], variables["ALERTMANAGER_URL"], variables["GF_SECURITY_ADMIN_PASSWORD"]));
    }

    [Fact]
    public async Task The_api_gets_the_container_s_database_and_waits_for_both()
    {
        var graph = await DeclaredGraph.OfAsync("--Infrastructure", "containers", "--Parameters:postgres-password", "secret");
        var variables = await graph.EnvironmentAsync("inference-api");

        Assert.Equal("Host=localhost;Port=40000;Username=postgres;Password=secret;Database=aspireml", variables["ConnectionStrings__database"]);
        Assert.Equal("aspireml", variables["DATABASE_DATABASENAME"]);
        Assert.Equal(["postgres", "database", "queue", "objects", "mongo", "documents"], graph.WaitsOf("inference-api"));
    }
}
