using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace AspireMl.Testing;

/// <summary>Sends signals to processes that a test started.</summary>
public static partial class UnixSignals
{
    const int Interrupt = 2;
    const int Terminate = 15;

    /// <summary>SIGINT: what Ctrl+C sends; PostgreSQL disconnects its clients and stops.</summary>
    public static void SendInterrupt(this Process process) => Send(process, Interrupt);

    /// <summary>SIGTERM: a request for a graceful stop.</summary>
    public static void SendTerminate(this Process process) => Send(process, Terminate);

    static void Send(Process process, int signal)
    {
        if (!process.HasExited && Kill(process.Id, signal) != 0 && !process.HasExited)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int pid, int signal);
}
