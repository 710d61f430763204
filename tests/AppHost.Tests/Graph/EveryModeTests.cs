using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace AspireMl.AppHost.Tests.Graph;

public sealed class EveryModeTests
{
    const string Given = "Host=db.example;Username=me;Password=secret;Database=mine";

    [Theory]
    [InlineData("embedded")]
    [InlineData("containers")]
    public async Task A_given_connection_string_replaces_the_server(string mode)
    {
        var graph = await DeclaredGraph.OfAsync("--Infrastructure", mode, "--ConnectionStrings:database", Given);

        Assert.DoesNotContain("postgres", graph.Names);
        Assert.Equal(Given, (await graph.EnvironmentAsync("inference-api"))["ConnectionStrings__database"]);
        Assert.Equal(mode == "embedded" ? ["database"] : ["database", "queue", "objects", "mongo", "documents"], graph.WaitsOf("inference-api"));
    }

    [Theory]
    [InlineData("embedded")]
    [InlineData("containers")]
    public async Task The_frontend_finds_the_api_waits_for_it_and_gets_no_database(string mode)
    {
        var graph = await DeclaredGraph.OfAsync("--Infrastructure", mode);
        var variables = await graph.EnvironmentAsync("frontend");

        Assert.Equal("http://localhost:5080", variables["services__inference-api__http__0"]);
        Assert.Equal("http://localhost:5000", variables["ASPNETCORE_URLS"]);
        Assert.DoesNotContain(variables.Keys, name => name.StartsWith("ConnectionStrings__", StringComparison.Ordinal));
        Assert.Equal(["inference-api"], graph.WaitsOf("frontend"));
    }

    [Theory]
    [InlineData("inference-api")]
    [InlineData("monitoring-worker")]
    [InlineData("retraining-worker")]
    public async Task A_given_queue_reaches_every_service_that_works(string service)
    {
        var graph = await DeclaredGraph.OfAsync("--Infrastructure", "embedded", "--ConnectionStrings:queue", "amqp://me:secret@broker.example:5672");

        Assert.Equal("amqp://me:secret@broker.example:5672", (await graph.EnvironmentAsync(service))["ConnectionStrings__queue"]);
        Assert.Contains("queue", graph.WaitsOf(service));
    }

    [Theory]
    [InlineData("embedded")]
    [InlineData("containers")]
    public async Task A_given_MongoDB_replaces_the_server(string mode)
    {
        const string Mongo = "mongodb://me:secret@mongo.example:27017/mine";
        var graph = await DeclaredGraph.OfAsync("--Infrastructure", mode, "--ConnectionStrings:documents", Mongo);

        Assert.DoesNotContain("mongo", graph.Names);
        Assert.Equal(Mongo, (await graph.EnvironmentAsync("inference-api"))["ConnectionStrings__documents"]);
        Assert.Contains("documents", graph.WaitsOf("monitoring-worker"));
    }

    [Theory]
    [InlineData("embedded")]
    [InlineData("containers")]
    public async Task A_given_object_store_replaces_the_server(string mode)
    {
        const string S3 = "Endpoint=https://s3.example;AccessKey=me;SecretKey=secret;Bucket=mine";
        var graph = await DeclaredGraph.OfAsync("--Infrastructure", mode, "--ConnectionStrings:objects", S3);

        Assert.DoesNotContain("minio", graph.Names);
        Assert.Equal(S3, (await graph.EnvironmentAsync("retraining-worker"))["ConnectionStrings__objects"]);
    }

    [Fact]
    public async Task Workers_and_pages_know_the_services_they_call()
    {
        var graph = await DeclaredGraph.OfAsync("--Infrastructure", "embedded");

        Assert.Equal("http://localhost:5080", (await graph.EnvironmentAsync("monitoring-worker"))["services__inference-api__http__0"]);
        Assert.Equal("http://localhost:5080", (await graph.EnvironmentAsync("retraining-worker"))["services__inference-api__http__0"]);
        Assert.Equal("http://localhost:5081", (await graph.EnvironmentAsync("frontend"))["services__monitoring-worker__http__0"]);
        Assert.Equal("http://localhost:5082", (await graph.EnvironmentAsync("frontend"))["services__retraining-worker__http__0"]);
        Assert.Equal("http://localhost:5083", (await graph.EnvironmentAsync("frontend"))["services__simulator__http__0"]);
        Assert.Equal("http://localhost:5082", (await graph.EnvironmentAsync("simulator"))["services__retraining-worker__http__0"]);
    }

    [Fact]
    public async Task Every_port_can_be_moved()
    {
        var graph = await DeclaredGraph.OfAsync("--Infrastructure", "embedded", "--Ports:frontend", "7000", "--Ports:inference-api", "7080", "--Ports:postgres", "7433");

        Assert.Equal(7000, graph.PortOf("frontend", "http"));
        Assert.Equal(7080, graph.PortOf("inference-api", "http"));
        Assert.Equal(7433, graph.PortOf("postgres", "tcp"));
        Assert.Equal("http://localhost:7080", (await graph.EnvironmentAsync("frontend"))["INFERENCE_API_HTTP"]);
    }

    [Theory]
    [InlineData("inference-api")]
    [InlineData("monitoring-worker")]
    [InlineData("retraining-worker")]
    [InlineData("simulator")]
    [InlineData("frontend")]
    public async Task Every_service_s_health_is_watched(string service)
    {
        var graph = await DeclaredGraph.OfAsync("--Infrastructure", "embedded");

        Assert.Single(graph.Find<ProjectResource>(service).Annotations.OfType<HealthCheckAnnotation>());
    }

    [AirGappedFact]
    public async Task A_build_that_runs_no_containers_is_embedded_by_default()
    {
        var graph = await DeclaredGraph.OfAsync();

        Assert.IsType<ProjectResource>(graph.Find<IResource>("postgres"));
    }

    [Fact]
    public async Task An_unknown_mode_is_refused_with_the_known_ones()
    {
        var error = await Assert.ThrowsAsync<DistributedApplicationException>(() => DeclaredGraph.OfAsync("--Infrastructure", "cloud"));

        Assert.Contains("'containers', 'embedded' or 'auto'", error.Message, StringComparison.Ordinal);
    }
}
