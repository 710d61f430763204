using System.Runtime.InteropServices;

namespace Aspire.Hosting.Orchestration;

internal static partial class Signals
{
    const int Terminate = 15;
    const int Kill = 9;

    /// <summary>Asks a process to stop, as an operator would.</summary>
    public static void AskToStop(int process) => _ = Send(process, Terminate);

    /// <summary>Ends a process and all that it started; each leads a process group of its own.</summary>
    public static void EndAll(int process) => _ = Send(-process, Kill);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Send(int process, int signal);
}
