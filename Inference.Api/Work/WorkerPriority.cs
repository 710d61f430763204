using System.Runtime.InteropServices;

namespace AspireMl.Inference.Api.Work;

/// <summary>Lets threads that compute stand back behind those that answer, so that requests are read, and refused, at once though every processor is busy.</summary>
static partial class WorkerPriority
{
    // PRIO_PROCESS with 0 means the calling thread on Linux: setpriority(2), "C library/kernel differences" in nice(2).
    const int CallingThread = 0;
    const int Niceness = 10;

    /// <summary>Lowers the priority of the calling thread. Elsewhere than on Linux the runtime's own way does it.</summary>
    public static void StandBack()
    {
        if (OperatingSystem.IsLinux())
        {
            // The thread's own priorities have no effect there. A system that refuses leaves all as it was.
            _ = SetPriority(CallingThread, 0, Niceness);
        }
        else
        {
            Thread.CurrentThread.Priority = ThreadPriority.BelowNormal;
        }
    }

    [LibraryImport("libc", EntryPoint = "setpriority")]
    private static partial int SetPriority(int which, uint who, int niceness);
}
