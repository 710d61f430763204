using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AspireMl.Testing;

namespace AspireMl.Configuration.Tests;

/// <summary>aspire-manifest.json as a graph: services and servers, and who is given whose address.</summary>
internal static partial class DeclaredParts
{
    static readonly JsonObject Resources = JsonNode.Parse(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "aspire-manifest.json")))!["resources"]!.AsObject();

    /// <summary>The services and servers.</summary>
    public static IReadOnlyList<string> Nodes { get; } =
        [.. Resources.Where(resource => $"{resource.Value!["type"]}" is "project.v0" or "container.v0").Select(resource => resource.Key).Order(StringComparer.Ordinal)];

    /// <summary>Pairs of who is given an address and whose it is.</summary>
    public static IReadOnlyList<(string From, string To)> Edges { get; } =
        [.. Nodes.SelectMany(from => Named(from).Distinct().Where(to => to != from && Nodes.Contains(to)).Select(to => (from, to))).Order()];

    // A connection string has a name of its own and the server's address in it.
    static IEnumerable<string> Named(string resource) => Expression().Matches(Resources[resource]!.ToJsonString())
        .Select(match => match.Groups[1].Value)
        .Distinct()
        .SelectMany(name => $"{Resources[name]?["type"]}" == "value.v0" ? Named(name).Append(name) : [name]);

    [GeneratedRegex(@"\{([a-z0-9-]+)\.")]
    private static partial Regex Expression();
}
