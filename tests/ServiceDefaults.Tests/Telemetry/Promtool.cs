using System.Diagnostics;

namespace AspireMl.ServiceDefaults.Tests.Telemetry;

static class Promtool
{
    /// <summary>What promtool finds wrong, but for the names that .NET itself gives its metrics.</summary>
    public static async Task<string> ComplaintsAboutAsync(string text)
    {
        using var promtool = Process.Start(new ProcessStartInfo("promtool", ["check", "metrics"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = promtool.StandardOutput.ReadToEndAsync();
        var errors = promtool.StandardError.ReadToEndAsync();
        await promtool.StandardInput.WriteAsync(text);
        promtool.StandardInput.Close();
        await promtool.WaitForExitAsync();
        var lines = $"{await output}\n{await errors}".Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return string.Join('\n', lines.Where(line => !line.StartsWith("dotnet_", StringComparison.Ordinal)));
    }
}
