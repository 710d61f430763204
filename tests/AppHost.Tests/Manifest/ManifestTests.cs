using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AspireMl.AppHost.Tests.Manifest;

public sealed partial class ManifestTests
{
    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };
    static readonly string[] BindingProperties = ["url", "host", "port", "scheme", "targetPort"];

    [Fact]
    public async Task The_committed_manifest_is_what_the_AppHost_writes() =>
        Assert.Equal((await PublishedManifest.CommittedAsync()).ToJsonString(Indented), (await PublishedManifest.FreshAsync()).ToJsonString(Indented));

    [Fact]
    public async Task Publishing_declares_the_containers_and_no_embedded_part()
    {
        var resources = (await PublishedManifest.CommittedAsync())["resources"]!.AsObject();

        Assert.Equal("container.v0", (string?)resources["postgres"]!["type"]);
        Assert.All(resources, resource => Assert.DoesNotContain("EmbeddedPostgres", (string?)resource.Value!["path"] ?? "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_path_names_a_project()
    {
        var resources = (await PublishedManifest.CommittedAsync())["resources"]!.AsObject();
        var paths = resources.Select(resource => (string?)resource.Value!["path"]).OfType<string>().ToList();

        Assert.Equal(4, paths.Count);
        Assert.All(paths, path => Assert.True(File.Exists(Path.Combine(Repository.Root, path)), path));
    }

    [Fact]
    public async Task Every_expression_resolves()
    {
        var resources = (await PublishedManifest.CommittedAsync())["resources"]!.AsObject();
        var expressions = Texts(resources).SelectMany(text => Expression().Matches(text)).Select(match => match.Groups[1].Value).ToList();

        Assert.NotEmpty(expressions);
        Assert.All(expressions, expression => Assert.True(Resolves(resources, expression), $"{{{expression}}} leads nowhere."));
    }

    static bool Resolves(JsonObject resources, string expression) => expression.Split('.') switch
    {
        [var name, "bindings", var binding, var property] => resources[name]?["bindings"]?[binding] is not null && BindingProperties.Contains(property),
        [var name, "inputs", var input] => resources[name]?["inputs"]?[input] is not null,
        [var name, "connectionString" or "value"] => resources[name]?[expression.Split('.')[1]] is not null,
        _ => false,
    };

    static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject branches => branches.SelectMany(branch => Texts(branch.Value)),
        JsonArray items => items.SelectMany(Texts),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };

    [GeneratedRegex(@"\{([^{}]+)\}")]
    private static partial Regex Expression();
}
