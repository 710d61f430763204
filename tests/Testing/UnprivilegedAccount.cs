using System.Diagnostics;

namespace AspireMl.Testing;

/// <summary>Runs a program without privileges: PostgreSQL refuses to run as root, which builds in containers often are.</summary>
static class UnprivilegedAccount
{
    // nobody and nogroup of Debian and its descendants.
    const string UserAndGroup = "65534:65534";
    static readonly string[] DropPrivileges = ["--reuid=65534", "--regid=65534", "--clear-groups", "--"];

    /// <summary>Starts the program; setpriv replaces itself with it, so the process id is the program's own.</summary>
    public static Process Start(string program, params string[] arguments) => Start(program, arguments, []);

    /// <inheritdoc cref="Start(string, string[])"/>
    public static Process Start(string program, string[] arguments, IEnumerable<(string Name, string Value)> variables)
    {
        var start = Environment.IsPrivilegedProcess
            ? new ProcessStartInfo("setpriv", [.. DropPrivileges, program, .. arguments])
            : new ProcessStartInfo(program, arguments);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.WorkingDirectory = "/";
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        // Unread pipes fill up and stop the program.
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    /// <summary>Gives a folder and what is in it to the account.</summary>
    public static async Task TakeAsync(string folder)
    {
        if (Environment.IsPrivilegedProcess)
        {
            using var chown = Process.Start("chown", ["-R", UserAndGroup, folder]);
            await chown.WaitForExitAsync();
        }
    }
}
