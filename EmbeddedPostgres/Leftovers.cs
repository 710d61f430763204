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
        var running = Find();
        if (running.Count > 0)
        {
            LogEnding(running[0], layout.Data);
            // Only the server itself takes the signal well; its helpers end with it, or by themselves once it is gone.
            Libc.Signal(running[0], Libc.Interrupt);
            if (!EndedWithin(Patience))
            {
                Find().ForEach(process => Libc.Signal(process, Libc.Quit));
                if (!EndedWithin(Patience))
                {
                    throw new RefusedException($"PostgreSQL (process {running[0]}) still works in {layout.Data} and does not stop. Stop it, then start again.");
                }
            }
        }

        RemoveMisleadingPidFile();
    }

    /// <summary>What still works in the folder, the server first if it is alive.</summary>
    List<int> Find()
    {
        if (!OperatingSystem.IsLinux() || Identity(PidFile) is not { Length: > 0 } server)
        {
            return [];
        }

        return [.. Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), out var process) ? process : 0)
            .Where(process => process > 0 && Serves(process, server))
            .OrderByDescending(process => process == Number(server))];
    }

    bool EndedWithin(TimeSpan patience)
    {
        for (var asked = Stopwatch.StartNew(); asked.Elapsed < patience; Thread.Sleep(20))
        {
            if (Find().Count == 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// PostgreSQL ignores a pid file whose process is gone, but refuses to start when another program has got that number.
    /// </summary>
    void RemoveMisleadingPidFile()
    {
        if (OperatingSystem.IsLinux() && Read(PidFile) is { } text && Number(text) is { } process && Directory.Exists($"/proc/{process}"))
        {
            LogStale(PidFile, process);
            File.Delete(PidFile);
        }
    }

    /// <summary>The server and its helpers all work in the data folder; the pid file there is unlike any other.</summary>
    static bool Serves(int process, string server) =>
        Read($"/proc/{process}/comm")?.Trim() == "postgres" && Identity($"/proc/{process}/cwd/postmaster.pid") == server;

    /// <summary>
    /// The process, folder and start time in a pid file. The lines after them change while the server stops, and must
    /// not make it look like another.
    /// </summary>
    static string? Identity(string pidFile) => Read(pidFile) is { } text ? string.Join('\n', text.Split('\n').Take(3)) : null;

    static int? Number(string pidFile) => int.TryParse(pidFile.Split('\n')[0], out var process) ? process : null;

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

    [LoggerMessage(LogLevel.Warning, "Ending PostgreSQL (process {Process}), left running on {Data}.")]
    partial void LogEnding(int process, string data);

    [LoggerMessage(LogLevel.Warning, "Removing {File}: process {Process} is another program.")]
    partial void LogStale(string file, int process);
}
