using System.Text.Json.Nodes;

namespace AspireMl.Airgap.Tests.Aspire;

[Collection(nameof(DraftSolution))]
public sealed class ManifestTests
{
    [RecordedFact]
    public async Task The_manifest_is_the_one_that_real_Aspire_writes()
    {
        var expected = await File.ReadAllTextAsync(Path.Combine(RecordedFactAttribute.Folder!, "aspire-manifest.json"));

        Assert.Equal(Normal(expected), Normal(await PublishAsync("--publisher", "manifest")));
    }

    [Fact]
    public async Task Both_forms_of_the_command_line_write_the_same_manifest() =>
        Assert.Equal(await PublishAsync("--publisher", "manifest"), await PublishAsync("--operation", "publish", "--step", "publish-manifest"));

    static async Task<string> PublishAsync(params string[] arguments)
    {
        var file = Path.Combine(DraftSolution.Root, "Sample.AppHost", "aspire-manifest.json");
        await using var application = DraftSolution.Builder([.. arguments, "--output-path", file]).Build();
        await application.RunAsync();
        return await File.ReadAllTextAsync(file);
    }

    /// <summary>The same bytes for the same document, whatever its white space; the order of keys counts.</summary>
    static string Normal(string json) => JsonNode.Parse(json)!.ToJsonString(new() { WriteIndented = true });
}
