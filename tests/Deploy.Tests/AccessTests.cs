using AspireMl.Deploy.Tests.Rendering;

namespace AspireMl.Deploy.Tests;

/// <summary>Rights in the cluster: none, but for Prometheus where it is to ask the kubelets.</summary>
public sealed class AccessTests
{
    static readonly string[] Kinds = ["ServiceAccount", "Role", "RoleBinding", "ClusterRole", "ClusterRoleBinding"];

    [HelmFact]
    public async Task The_product_asks_for_no_rights_in_the_cluster() =>
        Assert.DoesNotContain((await RenderedChart.OfAsync()).Objects, item => Kinds.Contains(item.Kind));

    [HelmFact]
    public async Task Prometheus_may_read_the_metrics_of_nodes_where_it_is_to()
    {
        var chart = await RenderedChart.OfAsync("prometheus.kubelets.enabled=true");
        var account = Assert.Single(chart.Of("ServiceAccount"));
        var role = Assert.Single(chart.Of("ClusterRole"));
        var binding = Assert.Single(chart.Of("ClusterRoleBinding")).Node;

        Assert.Equal(["nodes", "nodes/metrics"], role.Node["rules"]!.AsArray().SelectMany(rule => rule!["resources"]!.AsArray()).Select(resource => $"{resource}"));
        Assert.DoesNotContain("*", role.Node.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(role.Name, $"{binding["roleRef"]!["name"]}");
        Assert.Equal(account.Name, $"{Assert.Single(binding["subjects"]!.AsArray())!["name"]}");
        Assert.Equal(account.Name, $"{chart.Workload("prometheus").Pod["serviceAccountName"]}");
        Assert.All(chart.Workloads.Where(workload => workload.Name != account.Name), workload => Assert.Null(workload.Pod["serviceAccountName"]));
    }
}
