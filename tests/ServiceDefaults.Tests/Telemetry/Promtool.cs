using AspireMl.Testing;

namespace AspireMl.ServiceDefaults.Tests.Telemetry;

static class Promtool
{
    /// <summary>What promtool finds wrong, but for the names that .NET itself gives its metrics.</summary>
    public static async Task<string> ComplaintsAboutAsync(string text)
    {
        var result = await ToolProcess.RunAsync("promtool", ["check", "metrics"], input: text);
        var lines = result.Written.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return string.Join('\n', lines.Where(line => !line.StartsWith("dotnet_", StringComparison.Ordinal)));
    }
}
