using System.Collections.Concurrent;
using System.Diagnostics;

namespace Aspire.Hosting.Orchestration;

/// <summary>
/// Starts every process from one thread that lives as long as the AppHost: the kernel ends a child when the thread that
/// started it ends, so nothing outlives an AppHost that was killed.
/// </summary>
internal sealed class ProcessThread : IDisposable
{
    static readonly string[] Folders = ["/usr/bin/", "/bin/"];
    static readonly string[] Wrapper = [.. Tool("setsid", []), .. Tool("setpriv", ["--pdeathsig", "KILL"])];
    readonly BlockingCollection<Action> _starts = [];

    public ProcessThread() => new Thread(Work) { Name = "process starts", IsBackground = true }.Start();

    public Task<Process> StartAsync(ProcessStartInfo start)
    {
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        _starts.Add(() =>
        {
            try
            {
                started.SetResult(Process.Start(start)!);
            }
            catch (System.ComponentModel.Win32Exception error)
            {
                started.SetException(error);
            }
        });
        return started.Task;
    }

    /// <summary>The command, wrapped so that it leads a session of its own and does not outlive the starting thread.</summary>
    public static ProcessStartInfo Wrap(string program, IEnumerable<string> arguments)
    {
        List<string> command = [.. Wrapper, program, .. arguments];
        return new(command[0], command.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true };
    }

    public void Dispose() => _starts.CompleteAdding();

    void Work()
    {
        foreach (var start in _starts.GetConsumingEnumerable())
        {
            start();
        }
    }

    static string[] Tool(string name, string[] arguments) =>
        OperatingSystem.IsLinux() && Array.Find(Folders, folder => File.Exists(folder + name)) is { } folder ? [folder + name, .. arguments] : [];
}
