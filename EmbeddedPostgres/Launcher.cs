using System.Diagnostics;

namespace AspireMl.EmbeddedPostgres;

/// <summary>
/// Starts programs under an unprivileged account when this process is root, and has the kernel end them when the thread
/// that started them ends: PostgreSQL never outlives this process.
/// </summary>
internal sealed class Launcher(Account? account)
{
    static readonly string? SetPriv = Array.Find(["/usr/bin/setpriv", "/bin/setpriv"], File.Exists);

    public Account? Account => account;

    public Process Start(string program, IEnumerable<string> arguments, bool redirect = false)
    {
        List<string> command = [.. Wrapper(), program, .. arguments];
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            // The account need not be able to enter the folder that this program was started in.
            WorkingDirectory = Path.GetPathRoot(Environment.SystemDirectory) is { Length: > 0 } root ? root : "/",
            RedirectStandardInput = redirect,
            RedirectStandardOutput = redirect,
            RedirectStandardError = redirect,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["LC_ALL"] = "C";
        start.Environment["TZ"] = "UTC";
        return Process.Start(start)!;
    }

    /// <summary>Runs a program to its end, feeding it the input, and returns its exit status and what it printed.</summary>
    public (int Status, string Output) Run(string program, IEnumerable<string> arguments, string input = "")
    {
        using var process = Start(program, arguments, redirect: true);
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.GetAwaiter().GetResult());
    }

    List<string> Wrapper()
    {
        List<string> wrapper = SetPriv is null ? [] : [SetPriv, "--pdeathsig", "INT"];
        if (account is not null)
        {
            if (SetPriv is null)
            {
                throw new RefusedException("PostgreSQL refuses to run as root and setpriv was not found. Install util-linux, or start AspireMl as an ordinary user.");
            }

            wrapper.AddRange(["--reuid", $"{account.User}", "--regid", $"{account.Group}", "--clear-groups", "--no-new-privs"]);
        }

        return wrapper;
    }
}
