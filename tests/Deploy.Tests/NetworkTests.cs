using AspireMl.Deploy.Tests.Rendering;

namespace AspireMl.Deploy.Tests;

public sealed class NetworkTests
{
    const string Component = "app.kubernetes.io/component";

    [HelmFact]
    public async Task Nobody_reaches_a_pod_but_by_a_policy_of_its_own()
    {
        var chart = await RenderedChart.OfAsync();
        var deny = chart.Of("NetworkPolicy").Single(policy => policy.Name == $"{RenderedChart.Prefix}default-deny");
        var selected = KubernetesObject.Text(deny.Node["spec"]!["podSelector"]!["matchLabels"]);

        Assert.Null(deny.Node["spec"]!["ingress"]);
        Assert.All(chart.Workloads, workload => Assert.True(selected.All(workload.PodLabels.Contains), $"{workload}"));
    }

    /// <summary>Callers follow from addresses: a pod is reached by those whose environment or configuration names it.</summary>
    [HelmFact]
    public async Task Each_pod_is_open_to_those_that_are_given_its_address_and_to_no_others()
    {
        var chart = await RenderedChart.OfAsync(ValueSets.Whole);
        var components = chart.Workloads.Select(workload => workload.PodLabels[Component]).ToList();
        foreach (var policy in chart.Of("NetworkPolicy").Where(policy => !policy.Name.EndsWith("default-deny", StringComparison.Ordinal)))
        {
            var to = $"{policy.Node["spec"]!["podSelector"]!["matchLabels"]![Component]}";
            var allowed = KubernetesObject.Below(policy.Node["spec"]!["ingress"]).Select(node => node as System.Text.Json.Nodes.JsonObject)
                .Select(node => node?[Component]).OfType<System.Text.Json.Nodes.JsonNode>().Select(node => $"{node}").Distinct().Order();

            Assert.Equal(components.Where(from => from != to && Calls(chart, from, to)).Order(), allowed);
        }
    }

    [HelmFact]
    public async Task Everybody_reaches_the_frontend_and_nobody_outside_reaches_grafana_unless_the_values_say_so()
    {
        var chart = await RenderedChart.OfAsync();
        var other = await RenderedChart.OfAsync("networkPolicy.grafanaFrom[0].ipBlock.cidr=10.0.0.0/8 networkPolicy.frontendFrom[0].ipBlock.cidr=10.0.0.0/8");

        Assert.Contains(Ingress(chart, "frontend"), rule => rule["from"] is null);
        Assert.Empty(Ingress(chart, "grafana"));
        Assert.DoesNotContain(Ingress(other, "frontend"), rule => rule["from"] is null);
        Assert.Equal("10.0.0.0/8", $"{Assert.Single(Ingress(other, "grafana"))["from"]![0]!["ipBlock"]!["cidr"]}");
    }

    static List<System.Text.Json.Nodes.JsonNode> Ingress(RenderedChart chart, string component) =>
        [.. (chart.Of("NetworkPolicy").Single(policy => policy.Name == RenderedChart.Prefix + component).Node["spec"]!["ingress"]?.AsArray() ?? []).Select(rule => rule!)];

    static bool Calls(RenderedChart chart, string from, string to)
    {
        var address = RenderedChart.Prefix + to;
        var given = chart.Workload(from).Environment.Values.Select(variable => $"{variable["value"]}");
        if (from == "prometheus")
        {
            given = given.Append($"{chart.Of("ConfigMap").Single(map => map.Name == RenderedChart.Prefix + from).Node["data"]!["prometheus.yml"]}");
        }

        return given.Any(value => value.Contains($"{address}:", StringComparison.Ordinal) || value.Contains($"{address};", StringComparison.Ordinal) || value.Contains($"{address}-pods.", StringComparison.Ordinal));
    }
}
