using System.Diagnostics;

namespace AspireMl.EmbeddedPostgres;

internal static class Owner
{
    /// <summary>The account that owns the data made earlier, so that it stays readable when accounts come and go.</summary>
    public static string? Of(PostgresOptions options)
    {
        var data = Path.Combine(options.Folder!, "data");
        if (!Directory.Exists(data))
        {
            return null;
        }

        using var stat = Process.Start(new ProcessStartInfo("stat", ["-c", "%U", data]) { RedirectStandardOutput = true })!;
        var owner = stat.StandardOutput.ReadToEnd().Trim();
        stat.WaitForExit();
        return stat.ExitCode == 0 ? owner : null;
    }
}
