using System.Text.Json.Nodes;

namespace AspireMl.Deploy.Tests.Rendering;

/// <summary>One object of the chart.</summary>
internal sealed record KubernetesObject(JsonNode Node)
{
    public string Kind => $"{Node["kind"]}";

    public string Name => $"{Node["metadata"]!["name"]}";

    /// <summary>What a workload's pods are made from.</summary>
    public JsonNode Pod => Node["spec"]!["template"]!["spec"]!;

    public IReadOnlyDictionary<string, string> PodLabels => Text(Node["spec"]!["template"]!["metadata"]!["labels"]);

    /// <summary>The containers of a workload, those that run before it included.</summary>
    public IEnumerable<JsonNode> Containers => new[] { "containers", "initContainers" }.SelectMany(list => Pod[list]?.AsArray() ?? []).Select(container => container!);

    /// <summary>The environment of a workload's only container.</summary>
    public IReadOnlyDictionary<string, JsonNode> Environment =>
        (Assert.Single(Containers)["env"]?.AsArray() ?? []).ToDictionary(variable => $"{variable!["name"]}", variable => variable!);

    /// <summary>The values of a map of strings.</summary>
    public static IReadOnlyDictionary<string, string> Text(JsonNode? map) =>
        map?.AsObject().ToDictionary(entry => entry.Key, entry => $"{entry.Value}") ?? [];

    /// <summary>Every node below this one, itself included.</summary>
    public static IEnumerable<JsonNode> Below(JsonNode? node) => node switch
    {
        null => [],
        JsonObject map => map.SelectMany(entry => Below(entry.Value)).Prepend(map),
        JsonArray list => list.SelectMany(Below).Prepend(list),
        _ => [node],
    };

    public override string ToString() => $"{Kind}/{Name}";
}
