using System.Text.RegularExpressions;

namespace AspireMl.EmbeddedPostgres;

/// <summary>PostgreSQL's programs, at a place where the account that runs them can reach them.</summary>
internal sealed partial class Programs(string folder, Launcher launcher)
{
    public string InitDb => Program("initdb");

    public string Postgres => Program("postgres");

    /// <summary>The major version of the programs, such as <c>18</c>.</summary>
    public string MajorVersion() =>
        Version().Match(launcher.Run(Postgres, ["--version"]).Output) is { Success: true } match
            ? match.Groups[1].Value
            : throw new RefusedException($"{Postgres} does not run on this machine. Run it with --version to see why.");

    string Program(string name) => Path.Combine(folder, "bin", OperatingSystem.IsWindows() ? name + ".exe" : name);

    [GeneratedRegex(@"\(PostgreSQL\) (\d+)")]
    private static partial Regex Version();
}
