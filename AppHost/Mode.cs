using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace AspireMl.AppHost;

/// <summary>Where the servers come from: <c>Infrastructure</c> is <c>containers</c>, <c>embedded</c> or <c>auto</c>, the default.</summary>
internal static class Mode
{
    /// <exception cref="DistributedApplicationException"><c>Infrastructure</c> is something else.</exception>
    public static bool IsEmbedded(IConfiguration configuration) => configuration["Infrastructure"] switch
    {
        "embedded" => true,
        "containers" => false,
        null or "" or "auto" => !RunsContainers || !ContainerRuntime.Answers(configuration),
        var other => throw new DistributedApplicationException($"Infrastructure is 'containers', 'embedded' or 'auto', not '{other}'."),
    };

    /// <summary>Whether this build can run containers at all; the project file says so where it cannot.</summary>
    static bool RunsContainers => !typeof(Mode).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Any(attribute => attribute is { Key: "RunsContainers", Value: "false" });
}
