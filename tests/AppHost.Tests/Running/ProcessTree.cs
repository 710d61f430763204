using System.Runtime.InteropServices;

namespace AspireMl.AppHost.Tests.Running;

internal static partial class ProcessTree
{
    public const int Interrupt = 2;
    public const int Kill = 9;

    public static void Signal(int process, int signal) => _ = Send(process, signal);

    public static int ParentOf(int process) => Fields(process) is [_, var parent, ..] && int.TryParse(parent, out var id) ? id : 0;

    /// <summary>Whether it is there and not a zombie that nobody has waited for.</summary>
    public static bool Runs(int process) => Fields(process) is [var state, ..] && state is not ("Z" or "X");

    /// <summary>State, parent and so on: what follows the name in /proc/PID/stat.</summary>
    static string[] Fields(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/stat").Split(") ")[^1].Split(' ');
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Send(int process, int signal);
}
