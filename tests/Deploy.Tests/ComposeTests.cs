using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AspireMl.Deploy.Tests.Images;
using AspireMl.Deploy.Tests.Rendering;
using AspireMl.Testing;

namespace AspireMl.Deploy.Tests;

/// <summary>deploy/compose.yaml says what the AppHost says, but for MongoDB, which it leaves out.</summary>
public sealed partial class ComposeTests
{
    static readonly string Text = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "deploy", "compose.yaml"));

    static readonly Dictionary<string, JsonNode> Resources = JsonNode.Parse(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "aspire-manifest.json")))!["resources"]!.AsObject()
        .Where(resource => $"{resource.Value!["type"]}" is "project.v0" or "container.v0" && resource.Key != "mongo")
        .ToDictionary(resource => resource.Key, resource => resource.Value!);

    [HelmFact]
    public async Task Each_project_and_container_is_a_service() => Assert.Equal(Resources.Keys.Order(), (await ServicesAsync()).Select(service => service.Key).Order());

    [HelmFact]
    public async Task Each_container_has_its_image_its_command_and_what_is_mounted()
    {
        var services = await ServicesAsync();
        foreach (var (name, resource) in Resources.Where(resource => $"{resource.Value["type"]}" == "container.v0"))
        {
            var service = services[name]!;
            var mounted = new[] { "volumes", "bindMounts" }.SelectMany(kind => resource[kind]?.AsArray() ?? []).Select(mount => $"{mount!["target"]}");

            Assert.EndsWith($"/{$"{resource["image"]}".Replace("docker.io/", "", StringComparison.Ordinal)}", $"{service["image"]}", StringComparison.Ordinal);
            Assert.Equal(resource["entrypoint"]?.ToString(), service["entrypoint"]?.ToString());
            Assert.Equal(resource["args"]?.ToJsonString(), service["command"]?.ToJsonString());
            Assert.Equal(mounted.Order(), (service["volumes"]?.AsArray() ?? []).Select(volume => $"{volume}".Split(':')[1]).Order());
        }
    }

    [HelmFact]
    public async Task Each_environment_variable_that_is_read_is_given()
    {
        var services = await ServicesAsync();
        foreach (var (name, resource) in Resources)
        {
            // The others repeat the connection strings and addresses for programs in other languages; inside, services speak HTTP.
            var read = KubernetesObject.Text(resource["env"]).Keys
                .Where(key => $"{resource["type"]}" == "container.v0" || OfServices().IsMatch(key));

            Assert.Equal(read.Order(), KubernetesObject.Text(services[name]!["environment"]).Keys.Order());
        }
    }

    [HelmFact]
    public async Task The_services_run_read_only_from_the_images_that_the_projects_publish()
    {
        var services = await ServicesAsync();
        foreach (var image in await ServiceImage.AllAsync())
        {
            var service = services[image.Component]!;

            Assert.Equal($"${{REGISTRY:-}}{image["ContainerRepository"]}:${{TAG:-{image["ContainerImageTag"]}}}", $"{service["image"]}");
            Assert.True(service["read_only"]!.GetValue<bool>());
            Assert.Equal("""["ALL"]""", service["cap_drop"]!.ToJsonString());
            Assert.EndsWith(":/tmp", $"{Assert.Single(service["volumes"]!.AsArray())}", StringComparison.Ordinal);
        }
    }

    [Fact]
    public void No_password_has_a_default()
    {
        var passwords = Password().Matches(Text);

        Assert.All(passwords, password => Assert.Matches(@"^\$\{[A-Z]+_PASSWORD(:\?set [A-Z]+_PASSWORD)?\}$", password.Value));
        Assert.All(passwords.Select(password => password.Groups["name"].Value).Distinct(), name => Assert.Contains($"${{{name}:?", Text, StringComparison.Ordinal));
    }

    static async Task<JsonObject> ServicesAsync() => Assert.Single(await Tools.ReadAsync(Text))!["services"]!.AsObject();

    [GeneratedRegex("^(HTTP_PORTS|ASPNETCORE_.+|OTEL_.+|MALLOC_.+|ConnectionStrings__(?!documents).+|services__.+__http__0)$")]
    private static partial Regex OfServices();

    [GeneratedRegex(@"\$\{(?<name>[A-Z]+_PASSWORD)[^}]*\}")]
    private static partial Regex Password();
}
