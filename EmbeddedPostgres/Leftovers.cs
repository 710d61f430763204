using System.Diagnostics;

namespace AspireMl.EmbeddedPostgres;

/// <summary>
/// Ends what a killed predecessor left running on the data folder. The lock is held when this runs, so a PostgreSQL that
/// works in the folder has nobody to watch over it.
/// </summary>
internal sealed partial class Leftovers(Layout layout, ILogger logger)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    string PidFile => Path.Combine(layout.Data, "postmaster.pid");

    public void End()
    {
        var asked = Stopwatch.StartNew();
        var signal = Libc.Interrupt;
        for (var running = Find(); running.Count > 0; running = Find())
        {
            LogEnding(string.Join(", ", running), layout.Data);
            running.ForEach(process => Libc.Signal(process, signal));
            signal = asked.Elapsed > Patience ? Libc.Quit : signal;
            if (asked.Elapsed > 2 * Patience)
            {
                throw new RefusedException($"PostgreSQL (process {running[0]}) still works in {layout.Data} and does not stop. Stop it, then start again.");
            }

            WaitForAny(running);
        }

        RemoveMisleadingPidFile();
    }

    List<int> Find()
    {
        if (!OperatingSystem.IsLinux() || Read(PidFile) is not { Length: > 0 } server)
        {
            return [];
        }

        return [.. Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), out var process) ? process : 0)
            .Where(process => process > 0 && Serves(process, server))];
    }

    void WaitForAny(List<int> running)
    {
        for (var waited = 0; waited < 1000 && running.TrueForAll(process => Serves(process, Read(PidFile))); waited += 20)
        {
            Thread.Sleep(20);
        }
    }

    /// <summary>
    /// PostgreSQL ignores a pid file whose process is gone, but refuses to start when another program has got that number.
    /// </summary>
    void RemoveMisleadingPidFile()
    {
        if (OperatingSystem.IsLinux() && int.TryParse(Read(PidFile)?.Split('\n')[0], out var process) && Directory.Exists($"/proc/{process}"))
        {
            LogStale(PidFile, process);
            File.Delete(PidFile);
        }
    }

    /// <summary>The server and its helpers all work in the data folder; the pid file there is unlike any other.</summary>
    static bool Serves(int process, string? server) =>
        Read($"/proc/{process}/comm")?.Trim() == "postgres" && Read($"/proc/{process}/cwd/postmaster.pid") == server;

    static string? Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Ending PostgreSQL (process {Processes}), left running on {Data}.")]
    partial void LogEnding(string processes, string data);

    [LoggerMessage(LogLevel.Warning, "Removing {File}: process {Process} is another program.")]
    partial void LogStale(string file, int process);
}
