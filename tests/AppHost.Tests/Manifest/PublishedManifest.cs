using System.Text.Json.Nodes;
using Aspire.Hosting.Testing;

namespace AspireMl.AppHost.Tests.Manifest;

internal static class PublishedManifest
{
    /// <summary>The committed manifest.</summary>
    public static async Task<JsonObject> CommittedAsync() => Parse(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "aspire-manifest.json")));

    /// <summary>What the AppHost writes now. Paths in it are relative to its folder, so it is written where the committed one is.</summary>
    public static async Task<JsonObject> FreshAsync()
    {
        var file = Path.Combine(Repository.Root, $".aspire-manifest-{Environment.ProcessId}.json");
        try
        {
            var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.AppHost>(["--publisher", "manifest", "--output-path", file]);
            await using var application = await builder.BuildAsync();
            await application.RunAsync();
            return Parse(await File.ReadAllTextAsync(file));
        }
        finally
        {
            File.Delete(file);
        }
    }

    static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
