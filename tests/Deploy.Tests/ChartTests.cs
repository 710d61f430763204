using AspireMl.Deploy.Tests.Rendering;

namespace AspireMl.Deploy.Tests;

public sealed class ChartTests
{
    public static TheoryData<string> ValueSet => ValueSets.All;

    [HelmFact]
    public async Task Helm_lint_finds_nothing()
    {
        var lint = await Tools.HelmAsync("lint", "--strict", Tools.Chart);

        Assert.True(lint.ExitCode == 0, lint.Written);
        Assert.DoesNotContain("[WARNING]", lint.Output, StringComparison.Ordinal);
    }

    [HelmTheory]
    [MemberData(nameof(ValueSet))]
    public async Task Every_object_follows_the_schema_of_its_kind(string settings)
    {
        var chart = await RenderedChart.OfAsync(settings);

        Assert.Empty(await Tools.CheckAsync(chart.Yaml));
        Assert.NotEmpty(chart.Objects);
        Assert.Distinct(chart.Objects.Select(item => item.ToString()));
    }

    [HelmFact]
    public async Task The_check_of_objects_sees_unknown_missing_and_wrong_fields()
    {
        var errors = await Tools.CheckAsync("""
            apiVersion: apps/v1
            kind: Deployment
            metadata: { name: broken }
            spec:
              selector: { matchLabels: { a: b } }
              template:
                metadata: { labels: { a: b } }
                spec:
                  containers:
                    - { image: "a:1", readinesProbe: {}, ports: [{ containerPort: "80" }] }
            """);

        Assert.Contains(errors, error => error.Contains("readinesProbe is unknown to V1Container", StringComparison.Ordinal));
        Assert.Contains(errors, error => error.Contains("must have required property name", StringComparison.Ordinal));
        Assert.Contains(errors, error => error.Contains("containerPort must be integer", StringComparison.Ordinal));
    }

    [HelmTheory]
    [InlineData("inference.replica=3", "replica")]
    [InlineData("inference.executionProvider=tpu", "executionProvider")]
    [InlineData("postgres.image=postgres:latest", "image")]
    [InlineData("env.Uploads__MaxBytes=20000000", "got number, want string")]
    [InlineData("postgres.enabled=false", "postgres.external.secret")]
    [InlineData("minio.enabled=false", "minio.external.secret")]
    [InlineData("ingress.enabled=true", "ingress.host")]
    public async Task Values_that_cannot_work_are_refused(string setting, string word)
    {
        var rendered = await Tools.HelmAsync("template", "try", Tools.Chart, "--set", setting);

        Assert.NotEqual(0, rendered.ExitCode);
        Assert.Contains(word, rendered.Errors, StringComparison.Ordinal);
    }

    [HelmFact]
    public async Task External_servers_leave_no_server_in_the_chart()
    {
        var chart = await RenderedChart.OfAsync($"{ValueSets.External} prometheus.enabled=false");

        Assert.Empty(chart.Of("StatefulSet"));
        Assert.Equal(4, chart.Workloads.Count());
        Assert.Empty(chart.Of("Secret"));
        Assert.Equal("my-postgres", $"{chart.Workload("inference-api").Environment["ConnectionStrings__database"]["valueFrom"]!["secretKeyRef"]!["name"]}");
    }

    [HelmFact]
    public async Task Without_a_queue_server_postgres_carries_the_queue()
    {
        var chart = await RenderedChart.OfAsync("queue.enabled=false");

        Assert.All(chart.Workloads, workload => Assert.DoesNotContain("ConnectionStrings__queue", workload.Environment.Keys));
    }

    [HelmFact]
    public async Task Without_MongoDB_postgres_keeps_the_documents_and_with_it_those_services_know_it_that_use_them()
    {
        var without = await RenderedChart.OfAsync();
        var with = await RenderedChart.OfAsync("mongo.external.secret=my-mongo");

        Assert.All(without.Workloads, workload => Assert.DoesNotContain("ConnectionStrings__documents", workload.Environment.Keys));
        Assert.Equal(
            ["inference-api", "monitoring-worker"],
            with.Workloads.Where(workload => workload.Environment.ContainsKey("ConnectionStrings__documents")).Select(workload => workload.Name[RenderedChart.Prefix.Length..]).Order());
    }

    [HelmFact]
    public async Task A_service_s_own_variable_goes_before_that_of_all_services()
    {
        var chart = await RenderedChart.OfAsync("env.Mood=calm inference.env.Mood=busy");

        Assert.Equal("busy", $"{chart.Workload("inference-api").Environment["Mood"]["value"]}");
        Assert.All(["monitoring-worker", "retraining-worker", "frontend"], service => Assert.Equal("calm", $"{chart.Workload(service).Environment["Mood"]["value"]}"));
    }

    [HelmFact]
    public async Task Inference_takes_the_devices_it_is_given_and_grows_with_its_load()
    {
        var chart = await RenderedChart.OfAsync("inference.gpu.enabled=true inference.gpu.count=2 inference.executionProvider=cuda inference.gpu.nodeSelector.accelerator=h100");
        var inference = chart.Workload("inference-api");

        Assert.Equal(2, inference.Containers.Single()["resources"]!["limits"]!["nvidia.com/gpu"]!.GetValue<int>());
        Assert.Equal("h100", $"{inference.Pod["nodeSelector"]!["accelerator"]}");
        Assert.Equal("nvidia.com/gpu", $"{inference.Pod["tolerations"]![0]!["key"]}");
        Assert.Equal("cuda", $"{inference.Environment["Inference__ExecutionProvider"]["value"]}");
        Assert.Null(inference.Node["spec"]!["replicas"]);
        Assert.Equal(inference.Name, $"{Assert.Single(chart.Of("HorizontalPodAutoscaler")).Node["spec"]!["scaleTargetRef"]!["name"]}");
    }
}
