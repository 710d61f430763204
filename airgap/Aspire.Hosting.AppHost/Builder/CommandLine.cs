namespace Aspire.Hosting;

/// <summary>The arguments that AppHosts share: <c>--publisher manifest --output-path F</c> and
/// <c>--operation publish --step publish-manifest --output-path F</c>.</summary>
internal static class CommandLine
{
    public static readonly Dictionary<string, string> Switches = new()
    {
        ["--operation"] = "AppHost:Operation",
        ["--publisher"] = "Publishing:Publisher",
        ["--step"] = "Pipeline:Step",
        ["--output-path"] = "Pipeline:OutputPath",
    };

    public static bool IsPublish(IConfiguration configuration) =>
        configuration["Publishing:Publisher"] is not null
        || string.Equals(configuration["AppHost:Operation"], "publish", StringComparison.OrdinalIgnoreCase);

    /// <summary>The manifest's file.</summary>
    /// <exception cref="DistributedApplicationException">Something else than a manifest is to be published, or nowhere.</exception>
    public static string ManifestPath(IConfiguration configuration)
    {
        if (configuration["Publishing:Publisher"] is not (null or "manifest") || configuration["Pipeline:Step"] is not (null or "publish-manifest"))
        {
            throw new DistributedApplicationException("This build publishes manifests only: use --publisher manifest --output-path FILE.");
        }

        return configuration["Pipeline:OutputPath"] is { Length: > 0 } path
            ? Path.GetFullPath(path)
            : throw new DistributedApplicationException("Say where to write the manifest: --output-path FILE.");
    }
}
