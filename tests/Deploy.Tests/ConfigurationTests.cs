using AspireMl.Deploy.Tests.Rendering;
using AspireMl.Testing;

namespace AspireMl.Deploy.Tests;

/// <summary>Prometheus, Alertmanager and Grafana get the files of the repository.</summary>
public sealed class ConfigurationTests
{
    [HelmTheory]
    [InlineData("prometheus-rules", "prometheus/rules", "")]
    [InlineData("grafana-dashboards", "grafana/dashboards", "")]
    [InlineData("grafana-provisioning", "grafana/provisioning/alerting", "alerting.")]
    [InlineData("grafana-provisioning", "grafana/provisioning/dashboards", "dashboards.")]
    [InlineData("grafana-provisioning", "grafana/provisioning/datasources", "datasources.")]
    public async Task Config_maps_hold_the_files_of_the_repository(string name, string folder, string prefix)
    {
        var data = await DataAsync(name);
        var files = Directory.GetFiles(Path.Combine(RepositoryRoot.Path, folder));

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Equal(File.ReadAllText(file).TrimEnd(), data[prefix + Path.GetFileName(file)].TrimEnd()));
        Assert.Equal(files.Length, data.Keys.Count(key => key.StartsWith(prefix, StringComparison.Ordinal)));
    }

    [HelmFact]
    public async Task Alertmanager_gets_the_routes_of_the_repository() => Assert.Equal(
        (await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, "prometheus", "alertmanager.yml"))).TrimEnd(),
        (await DataAsync("alertmanager"))["alertmanager.yml"].TrimEnd());

    [HelmFact]
    public async Task Config_maps_are_small_enough() => Assert.All((await RenderedChart.OfAsync()).Of("ConfigMap"),
        map => Assert.True(map.Node["data"]!.ToJsonString().Length < 1 << 20, $"{map}"));

    static async Task<IReadOnlyDictionary<string, string>> DataAsync(string name) =>
        KubernetesObject.Text((await RenderedChart.OfAsync()).Of("ConfigMap").Single(map => map.Name == RenderedChart.Prefix + name).Node["data"]);
}
