using System.Collections.Concurrent;

namespace AspireMl.Deploy.Tests.Rendering;

/// <summary>The objects of the chart with some values.</summary>
internal sealed record RenderedChart(string Yaml, IReadOnlyList<KubernetesObject> Objects)
{
    /// <summary>In front of every name.</summary>
    public const string Prefix = "try-aspireml-";

    static readonly ConcurrentDictionary<string, Lazy<Task<RenderedChart>>> Rendered = new();

    /// <summary>Renders it once for each list of settings such as <c>postgres.enabled=false</c>.</summary>
    public static Task<RenderedChart> OfAsync(string settings = "") =>
        Rendered.GetOrAdd(settings, _ => new(() => RenderAsync(settings))).Value;

    /// <summary>Those of one kind.</summary>
    public IEnumerable<KubernetesObject> Of(string kind) => Objects.Where(item => item.Kind == kind);

    /// <summary>The Deployments and StatefulSets.</summary>
    public IEnumerable<KubernetesObject> Workloads => Objects.Where(item => item.Kind is "Deployment" or "StatefulSet");

    /// <summary>The one workload of a component.</summary>
    public KubernetesObject Workload(string component) => Workloads.Single(item => item.Name == Prefix + component);

    static async Task<RenderedChart> RenderAsync(string settings)
    {
        var rendered = await Tools.HelmAsync(["template", "try", Tools.Chart, .. settings.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(setting => new[] { "--set", setting })]);
        Assert.True(rendered.ExitCode == 0, rendered.Errors);
        return new(rendered.Output, [.. (await Tools.ReadAsync(rendered.Output)).Select(item => new KubernetesObject(item!))]);
    }
}
