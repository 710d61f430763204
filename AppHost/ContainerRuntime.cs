using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Extensions.Configuration;

namespace AspireMl.AppHost;

internal static class ContainerRuntime
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Whether the runtime that Aspire would use answers: the chosen one, else Docker, else Podman.</summary>
    public static bool Answers(IConfiguration configuration)
    {
        var chosen = configuration["ASPIRE_CONTAINER_RUNTIME"] ?? configuration["DOTNET_ASPIRE_CONTAINER_RUNTIME"];
        return chosen is { Length: > 0 } ? Answers(chosen) : Answers("docker") || Answers("podman");
    }

    static bool Answers(string runtime)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(runtime, ["ps", "--quiet"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            if (process.WaitForExit(Patience))
            {
                return process.ExitCode == 0;
            }

            process.Kill(entireProcessTree: true);
            return false;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
