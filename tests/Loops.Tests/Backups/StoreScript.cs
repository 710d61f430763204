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
        var result = await ToolProcess.RunAsync(
            Path.Combine(RepositoryRoot.Path, "eng", $"{script}.sh"), [folder], [.. settings, ("PG_BIN", PostgresServer.DistributionPrograms)]);
        return new(result.ExitCode, result.Written);
    }
}
