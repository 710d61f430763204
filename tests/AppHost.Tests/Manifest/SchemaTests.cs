using System.Text.Json.Nodes;

namespace AspireMl.AppHost.Tests.Manifest;

public sealed class SchemaTests
{
    [SchemaFact]
    public async Task The_committed_manifest_is_valid() =>
        Assert.Empty(new SchemaCheck(SchemaFactAttribute.Read()).Errors(await PublishedManifest.CommittedAsync()));

    [SchemaFact]
    public async Task A_manifest_with_a_number_for_a_variable_is_not()
    {
        var manifest = await PublishedManifest.CommittedAsync();
        manifest["resources"]!["frontend"]!["env"]!["HTTP_PORTS"] = 8080;

        Assert.NotEmpty(new SchemaCheck(SchemaFactAttribute.Read()).Errors(manifest));
    }
}

/// <summary>A test that needs the published schema of manifests; skipped where that is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SchemaFactAttribute : FactAttribute
{
    const string Schema = "shared/aspire/aspire-8.0.json";

    public SchemaFactAttribute()
    {
        if (Repository.Above(Schema) is null)
        {
            Skip = $"../{Schema} is absent: there is no schema to check the manifest with.";
        }
    }

    internal static JsonObject Read() => JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Above(Schema)!, Schema)))!.AsObject();
}
