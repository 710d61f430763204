using AspireMl.Inference.Api.Tests.Harness;
using AspireMl.Testing;

namespace AspireMl.Inference.Api.Tests.Telemetry;

[Collection(SharedPostgres.Name)]
public sealed class MetricsPageTests(PostgresFixture postgres)
{
    static readonly string[] Last = ["aspireml_startup_duration_seconds{", "aspireml_answer_confidence_lead_count", "http_route=\"/v1/models", "http_response_status_code=\"404\""];

    [Fact]
    public async Task The_page_of_metrics_and_a_running_service_agree()
    {
        await using var api = await InferenceApi.StartWithColoursAsync(await postgres.Server.CreateDatabaseAsync());
        await Traffic.SendAsync(api);
        var listed = MetricFamilies.OfPage(occasional: false);
        var occasional = MetricFamilies.OfPage(occasional: true);

        // A request is measured after its answer has left, and one scrape serves for 300 ms.
        var scrape = "";
        await Eventually.TrueAsync(async () =>
        {
            scrape = await api.Client.GetStringAsync("/metrics");
            return Array.TrueForAll(Last, scrape.Contains);
        });
        var emitted = MetricFamilies.OfScrape(scrape);

        Assert.Empty(listed.Keys.Except(emitted.Keys));
        Assert.Empty(emitted.Keys.Except(listed.Keys).Except(occasional.Keys));
        Assert.All(emitted.Values.Where(family => listed.ContainsKey(family.Name)), family =>
        {
            Assert.Equal((family.Name, listed[family.Name].Type), (family.Name, family.Type));
            Assert.Empty(family.Labels.Except(listed[family.Name].Labels));
            // The frameworks leave attributes out where they do not apply; the product's own are all seen after this traffic.
            Assert.Empty(IsOwn(family) ? listed[family.Name].Labels.Except(family.Labels) : []);
        });
        Assert.All(emitted.Values.Where(family => occasional.ContainsKey(family.Name)), family =>
            Assert.Equal((family.Name, occasional[family.Name].Type), (family.Name, family.Type)));
    }

    [Fact]
    public void The_page_lists_every_instrument_of_the_product()
    {
        var names = typeof(AspireMl.Inference.Api.Telemetry.MetricNames).GetFields()
            .Select(field => (string)field.GetValue(null)!)
            .Where(name => name.StartsWith("aspireml.", StringComparison.Ordinal));
        var page = File.ReadAllText(Path.Combine(AspireMl.Testing.RepositoryRoot.Path, "docs", "metrics.md"));

        Assert.All(names, name => Assert.Contains($"`{name}`", page));
    }

    static bool IsOwn(MetricFamily family) => family.Name.StartsWith("aspireml_", StringComparison.Ordinal);
}
