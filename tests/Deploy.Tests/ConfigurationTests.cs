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

    [HelmTheory(Needs = "promtool")]
    [InlineData("")]
    [InlineData(ValueSets.External)]
    public async Task Promtool_accepts_what_prometheus_gets(string settings)
    {
        var folder = Directory.CreateTempSubdirectory("aspireml-chart-");
        try
        {
            var configuration = Path.Combine(folder.FullName, "prometheus.yml");
            await File.WriteAllTextAsync(configuration, (await DataAsync("prometheus", settings))["prometheus.yml"]);
            foreach (var (name, rules) in await DataAsync("prometheus-rules", settings))
            {
                await File.WriteAllTextAsync(Path.Combine(folder.CreateSubdirectory("rules").FullName, name), rules);
            }

            var check = await ToolProcess.RunAsync("promtool", ["check", "config", configuration]);
            Assert.True(check.ExitCode == 0, check.Written);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static async Task<IReadOnlyDictionary<string, string>> DataAsync(string name, string settings = "") =>
        KubernetesObject.Text((await RenderedChart.OfAsync(settings)).Of("ConfigMap").Single(map => map.Name == RenderedChart.Prefix + name).Node["data"]);
}
