using System.Text.Json.Nodes;
using AspireMl.Deploy.Tests.Rendering;

namespace AspireMl.Deploy.Tests;

public sealed class ReferenceTests
{
    // Secrets and claims that a person names in the values and makes.
    static readonly string[] Given = ["my-postgres", "my-mongo", "my-queue", "my-s3", "given", "receivers", "tls", "pull", "drop"];

    // Kubernetes puts the certificate of its authority there.
    const string OfEveryNamespace = "kube-root-ca.crt";

    public static TheoryData<string> ValueSet => ValueSets.All;

    [HelmTheory]
    [MemberData(nameof(ValueSet))]
    public async Task Every_selector_finds_the_pods_of_one_component(string settings)
    {
        var chart = await RenderedChart.OfAsync(settings);
        var selectors = chart.Of("Service").Select(service => (Of: service, Labels: service.Node["spec"]!["selector"]))
            .Concat(chart.Of("PodDisruptionBudget").Concat(chart.Workloads).Select(item => (Of: item, Labels: item.Node["spec"]!["selector"]!["matchLabels"])));

        Assert.All(selectors, selector => Assert.Single(chart.Workloads, workload => Matches(selector.Labels, workload)));
    }

    [HelmTheory]
    [MemberData(nameof(ValueSet))]
    public async Task Every_port_of_a_service_is_one_of_its_pods(string settings)
    {
        var chart = await RenderedChart.OfAsync(settings);
        foreach (var service in chart.Of("Service"))
        {
            var opened = chart.Workloads.Single(workload => Matches(service.Node["spec"]!["selector"], workload)).Containers.SelectMany(container => container["ports"]!.AsArray());

            Assert.All(service.Node["spec"]!["ports"]!.AsArray(), port =>
                Assert.Contains(opened, open => $"{open!["name"]}" == $"{port!["targetPort"]}" && $"{open["containerPort"]}" == $"{port["port"]}"));
        }
    }

    [HelmTheory]
    [MemberData(nameof(ValueSet))]
    public async Task Every_config_map_and_secret_that_is_named_exists(string settings)
    {
        var chart = await RenderedChart.OfAsync(settings);
        var maps = chart.Of("ConfigMap").ToDictionary(map => map.Name, map => map.Node["data"]!.AsObject());
        var secrets = chart.Of("Secret").ToDictionary(secret => secret.Name, secret => secret.Node["data"]!.AsObject());
        var named = chart.Workloads.SelectMany(workload => KubernetesObject.Below(workload.Pod)).OfType<JsonObject>().ToList();

        Assert.All(named.Select(node => node["configMap"]).OfType<JsonObject>().Where(map => $"{map["name"]}" != OfEveryNamespace), map =>
        {
            var data = maps[$"{map["name"]}"];
            Assert.All(map["items"]?.AsArray() ?? [], item => Assert.True(data.ContainsKey($"{item!["key"]}"), $"{item["key"]}"));
        });
        Assert.All(named.Select(node => node["secretKeyRef"]).OfType<JsonObject>().Where(secret => !Given.Contains($"{secret["name"]}")), secret =>
            Assert.True(secrets[$"{secret["name"]}"].ContainsKey($"{secret["key"]}")));
        Assert.All(named.Select(node => node["secret"]).OfType<JsonObject>(), secret => Assert.Contains($"{secret["secretName"]}", Given));
    }

    [HelmTheory]
    [MemberData(nameof(ValueSet))]
    public async Task Passwords_are_in_secrets_only_and_survive_an_uninstallation_with_their_volumes(string settings)
    {
        var chart = await RenderedChart.OfAsync(settings);
        var passwords = chart.Of("Secret").Select(secret => Convert.FromBase64String($"{secret.Node["data"]!["password"]}")).Select(System.Text.Encoding.UTF8.GetString).ToList();
        var elsewhere = string.Join('\n', chart.Objects.Where(item => item.Kind != "Secret").Select(item => item.Node.ToJsonString()));

        Assert.All(passwords, password =>
        {
            Assert.Matches("^[A-Za-z0-9]{32}$", password);
            Assert.DoesNotContain(password, elsewhere, StringComparison.Ordinal);
        });
        Assert.Distinct(passwords);
        Assert.All(chart.Of("Secret"), secret => Assert.Equal("keep", $"{secret.Node["metadata"]!["annotations"]!["helm.sh/resource-policy"]}"));
        foreach (var variable in chart.Workloads.SelectMany(workload => workload.Environment.Values))
        {
            if ($"{variable["name"]}" is { } name && (name.Contains("PASS", StringComparison.Ordinal) || name.Contains("SECRETKEY", StringComparison.Ordinal)))
            {
                Assert.NotNull(variable["valueFrom"]?["secretKeyRef"]);
            }
        }
    }

    [HelmFact]
    public async Task Service_monitors_find_the_headless_services()
    {
        var chart = await RenderedChart.OfAsync("serviceMonitor.enabled=true");

        Assert.Equal(4, chart.Of("ServiceMonitor").Count());
        Assert.All(chart.Of("ServiceMonitor"), monitor =>
        {
            // The schema of this custom resource lets unknown fields pass.
            Assert.Equal(["jobLabel", "selector", "endpoints"], monitor.Node["spec"]!.AsObject().Select(field => field.Key));
            Assert.Equal(["port", "path", "interval"], monitor.Node["spec"]!["endpoints"]![0]!.AsObject().Select(field => field.Key));
            var wanted = KubernetesObject.Text(monitor.Node["spec"]!["selector"]!["matchLabels"]);
            Assert.Single(chart.Of("Service"), service => wanted.All(KubernetesObject.Text(service.Node["metadata"]!["labels"]).Contains));
        });
    }

    static bool Matches(JsonNode? selector, KubernetesObject workload) =>
        KubernetesObject.Text(selector) is { Count: > 0 } labels && labels.All(workload.PodLabels.Contains);
}
