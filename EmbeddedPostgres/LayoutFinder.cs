using System.Security.Cryptography;
using System.Text;

namespace AspireMl.EmbeddedPostgres;

/// <summary>
/// Finds a place that the server's account can reach. A checkout under /root is closed to every other account; then the
/// programs are copied, and the data kept, in a folder of the checkout's own under /var/lib/aspireml.
/// </summary>
internal sealed partial class LayoutFinder(PostgresOptions options, Launcher launcher, ILogger logger)
{
    public Layout Find()
    {
        var folder = Path.GetFullPath(options.Folder!);
        var programs = Path.GetFullPath(options.Programs!);
        if (!File.Exists(Path.Combine(programs, "bin", "postgres")) && !File.Exists(Path.Combine(programs, "bin", "postgres.exe")))
        {
            throw new RefusedException($"PostgreSQL was not found in {programs}. Run `npm ci` and then `node eng/hydrate-postgres.mjs` at the root of the repository.");
        }

        Directory.CreateDirectory(folder);
        if (launcher.Account is not { } account)
        {
            return new(folder, folder, programs);
        }

        var place = Path.Combine(options.Fallback, Hash(folder));
        return new(folder, Reachable(folder) ? folder : Elsewhere(folder, place, account), Reachable(programs) ? programs : Copy(programs, place));
    }

    bool Reachable(string folder) => launcher.Run("/usr/bin/env", ["test", "-r", folder, "-a", "-x", folder]).Status == 0;

    string Elsewhere(string folder, string place, Account account)
    {
        Directory.CreateDirectory(place);
        if (!Reachable(place))
        {
            throw new RefusedException(
                $"The account '{account.Name}' can enter neither {folder} nor {place}. Start AspireMl as an ordinary user, or set EmbeddedPostgres__Folder to a place that this account can reach.");
        }

        LogElsewhere(account.Name, folder, place);
        return place;
    }

    static string Copy(string programs, string place)
    {
        var stamp = File.GetLastWriteTimeUtc(Path.Combine(programs, "bin", "postgres")).Ticks;
        var copy = Path.Combine(place, $"programs-{stamp:x}");
        if (!Directory.Exists(copy))
        {
            Directory.CreateDirectory(place);
            var unfinished = Path.Combine(place, "programs-unfinished");
            CopyTool.Replace(programs, unfinished);
            Directory.Move(unfinished, copy);
        }

        return copy;
    }

    static string Hash(string folder) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folder)))[..10];

    [LoggerMessage(LogLevel.Information, "The account {Account} cannot enter {Folder}; the data is kept in {Place}.")]
    partial void LogElsewhere(string account, string folder, string place);
}
