using System.Diagnostics;

namespace AspireMl.EmbeddedPostgres;

internal static class CopyTool
{
    /// <summary>Copies a folder with its links and modes, in place of what was at the target.</summary>
    public static void Replace(string source, string target)
    {
        if (Directory.Exists(target))
        {
            Directory.Delete(target, recursive: true);
        }

        using var copy = Process.Start("cp", ["-a", source, target]);
        copy.WaitForExit();
        if (copy.ExitCode != 0)
        {
            throw new RefusedException($"{source} could not be copied to {target}. Check the permissions and the free space there.");
        }
    }
}
