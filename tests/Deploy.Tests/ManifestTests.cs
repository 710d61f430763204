using System.Text.Json.Nodes;
using AspireMl.Deploy.Tests.Rendering;
using AspireMl.Testing;

namespace AspireMl.Deploy.Tests;

/// <summary>The chart says what the AppHost says: each resource and variable of aspire-manifest.json has its counterpart.</summary>
public sealed class ManifestTests
{
    static readonly JsonObject Resources = JsonNode.Parse(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "aspire-manifest.json")))!["resources"]!.AsObject();

    static IEnumerable<(string Name, JsonNode Resource)> Of(params string[] types) =>
        Resources.Where(resource => types.Contains($"{resource.Value!["type"]}")).Select(resource => (resource.Key, resource.Value!));

    [HelmFact]
    public async Task Each_project_and_container_is_a_workload()
    {
        var chart = await RenderedChart.OfAsync(ValueSets.Whole);

        Assert.Equal(
            Of("project.v0", "container.v0").Select(resource => RenderedChart.Prefix + resource.Name).Order(),
            chart.Workloads.Select(workload => workload.Name).Order());
    }

    [HelmFact]
    public void Each_resource_is_of_a_type_that_these_tests_follow() =>
        Assert.Equal(Resources.Count, Of("project.v0", "container.v0", "parameter.v0", "annotated.string", "value.v0").Count());

    [HelmFact]
    public async Task Each_container_has_its_image_ports_and_volumes()
    {
        var chart = await RenderedChart.OfAsync(ValueSets.Whole);
        foreach (var (name, resource) in Of("container.v0"))
        {
            var workload = chart.Workload(name);
            var container = workload.Containers.Single();
            var claimed = container["volumeMounts"]?.AsArray().Where(mount => $"{mount!["name"]}" == "data").Select(mount => $"{mount!["mountPath"]}") ?? [];

            Assert.EndsWith($"/{$"{resource["image"]}".Replace("docker.io/", "", StringComparison.Ordinal)}", $"{container["image"]}", StringComparison.Ordinal);
            Assert.Equal((resource["volumes"]?.AsArray() ?? []).Select(volume => $"{volume!["target"]}"), claimed);
            Assert.Equal(
                resource["bindings"]!.AsObject().Select(binding => $"{binding.Key} {binding.Value!["targetPort"]}").Order(),
                container["ports"]!.AsArray().Select(port => $"{port!["name"]} {port["containerPort"]}").Order());
        }
    }

    [HelmFact]
    public async Task Each_environment_variable_is_given()
    {
        var chart = await RenderedChart.OfAsync(ValueSets.Whole);
        foreach (var (name, resource) in Of("project.v0", "container.v0").Where(resource => resource.Name != "prometheus"))
        {
            var given = chart.Workload(name).Environment;

            // Inside the cluster the services speak HTTP; TLS ends at the ingress.
            Assert.All(Variables(resource).Where(variable => !variable.Value.Contains(".bindings.https.", StringComparison.Ordinal)), variable =>
            {
                Assert.True(given.ContainsKey(variable.Key), $"{variable.Key} of {name}");
                if (!variable.Value.Contains('{', StringComparison.Ordinal) && !variable.Key.EndsWith("USERNAME", StringComparison.Ordinal) && !variable.Key.EndsWith("_USER", StringComparison.Ordinal))
                {
                    Assert.Equal(variable.Value, $"{given[variable.Key]["value"]}");
                }
            });
        }
    }

    [HelmFact]
    public async Task Each_target_of_prometheus_is_a_job_that_finds_every_pod()
    {
        var configuration = $"{(await RenderedChart.OfAsync(ValueSets.Whole)).Of("ConfigMap").Single(map => map.Name == $"{RenderedChart.Prefix}prometheus").Node["data"]!["prometheus.yml"]}";
        var variables = Variables(Resources["prometheus"]!);

        Assert.Contains("ALERTMANAGER_URL", variables.Keys);
        Assert.Contains($"targets: [\"{RenderedChart.Prefix}alertmanager:9093\"]", configuration, StringComparison.Ordinal);
        Assert.All(variables.Keys.Where(name => name != "ALERTMANAGER_URL"), name =>
        {
            Assert.StartsWith("TARGET_", name, StringComparison.Ordinal);
            var job = name["TARGET_".Length..].Replace('_', '-');
            Assert.Contains($"job_name: {job}\n", configuration, StringComparison.Ordinal);
            Assert.Contains($"names: [\"{RenderedChart.Prefix}{job}-pods.default.svc\"]", configuration, StringComparison.Ordinal);
        });
    }

    [HelmFact]
    public async Task Each_secret_parameter_is_a_generated_password()
    {
        var secrets = Of("parameter.v0").Where(parameter => parameter.Resource["inputs"]!["value"]!["secret"]?.GetValue<bool>() == true);

        Assert.Equal(
            secrets.Select(parameter => RenderedChart.Prefix + parameter.Name.Replace("-password", "", StringComparison.Ordinal)).Order(),
            (await RenderedChart.OfAsync(ValueSets.Whole)).Of("Secret").Select(secret => secret.Name).Order());
    }

    static IReadOnlyDictionary<string, string> Variables(JsonNode resource) => KubernetesObject.Text(resource["env"]);
}
