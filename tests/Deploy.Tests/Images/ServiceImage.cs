using System.Text.Json.Nodes;
using AspireMl.Testing;

namespace AspireMl.Deploy.Tests.Images;

/// <summary>What a project says about its image, as MSBuild evaluates it.</summary>
internal sealed record ServiceImage(string Component, JsonNode Project)
{
    static readonly Lazy<Task<ServiceImage[]>> Evaluated = new(() => Task.WhenAll(
        EvaluateAsync("inference-api", "Inference.Api"),
        EvaluateAsync("monitoring-worker", "Monitoring.Worker"),
        EvaluateAsync("retraining-worker", "Retraining.Worker"),
        EvaluateAsync("frontend", "Frontend.Blazor")));

    /// <summary>Those of the four services.</summary>
    public static Task<ServiceImage[]> AllAsync() => Evaluated.Value;

    public string this[string property] => $"{Project["Properties"]![property]}";

    /// <summary>The items of a kind: what each is, and its value.</summary>
    public IReadOnlyDictionary<string, string> ItemsOf(string kind, string value) =>
        Project["Items"]![kind]!.AsArray().ToDictionary(item => $"{item!["Identity"]}", item => $"{item![value]}");

    static async Task<ServiceImage> EvaluateAsync(string component, string project)
    {
        var result = await ToolProcess.RunAsync(
            "dotnet",
            [
                "msbuild", Path.Combine(RepositoryRoot.Path, project), "-nologo",
                "-getProperty:Version,ContainerRepository,ContainerImageTag,ContainerUser,ContainerBaseImage,ContainerDescription",
                "-getItem:ContainerPort,ContainerEnvironmentVariable",
            ]);
        Assert.True(result.ExitCode == 0, result.Written);
        return new(component, JsonNode.Parse(result.Output)!);
    }
}
