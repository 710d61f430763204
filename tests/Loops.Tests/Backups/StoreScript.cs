using System.Diagnostics;
using AspireMl.Testing;

namespace AspireMl.Loops.Tests.Backups;

/// <summary>Runs the scripts that back up and restore, as an operator does.</summary>
/// <param name="Code">The exit code.</param>
/// <param name="Output">What was written to both streams.</param>
sealed record StoreScript(int Code, string Output)
{
    /// <summary>Backs up into a folder.</summary>
    public static Task<StoreScript> BackUpAsync(string folder, params IEnumerable<(string Name, string Value)> settings) => RunAsync("backup", folder, settings);

    /// <summary>Restores the newest backup of a folder.</summary>
    public static Task<StoreScript> RestoreAsync(string folder, params IEnumerable<(string Name, string Value)> settings) => RunAsync("restore", folder, settings);

    /// <summary>Asserts that it went well.</summary>
    public void Succeeded() => Assert.True(Code == 0, Output);

    static async Task<StoreScript> RunAsync(string script, string folder, IEnumerable<(string Name, string Value)> settings)
    {
        var start = new ProcessStartInfo(Path.Combine(RepositoryRoot.Path, "eng", $"{script}.sh"), [folder])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        start.Environment["PG_BIN"] = PostgresServer.DistributionPrograms;
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output + await errors);
    }
}
