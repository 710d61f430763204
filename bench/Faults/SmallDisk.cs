using AspireMl.Testing;

namespace AspireMl.Bench.Faults;

/// <summary>A file system of a few hundred megabytes in memory, which can be filled; only root may mount one.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    // Room for what the servers put there at their start, and little more.
    const int MebiBytes = 400;
    const string TemporaryFolder = "TMPDIR";

    readonly string _folder = Directory.CreateTempSubdirectory("aspireml-disk-").FullName;

    SmallDisk()
    {
    }

    string Ballast => Path.Combine(_folder, "ballast");

    /// <summary>Whether this process may mount one.</summary>
    public static bool CanBeMounted => Environment.IsPrivilegedProcess;

    /// <summary>Mounts one and starts a server whose folder is on it.</summary>
    public static async Task<(SmallDisk Disk, T Server)> HoldAsync<T>(Func<Task<T>> start)
    {
        var disk = new SmallDisk();
        await RunAsync("mount", "-t", "tmpfs", "-o", $"size={MebiBytes}m,mode=1777", "none", disk._folder);
        var before = Environment.GetEnvironmentVariable(TemporaryFolder);
        try
        {
            // Servers take a temporary folder each.
            Environment.SetEnvironmentVariable(TemporaryFolder, disk._folder);
            return (disk, await start());
        }
        finally
        {
            Environment.SetEnvironmentVariable(TemporaryFolder, before);
        }
    }

    /// <summary>Leaves no byte free, or only so many.</summary>
    public async Task FillAsync(long free = 0)
    {
        var block = new byte[1 << 16];
        await using var file = new FileStream(Ballast, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
        for (var size = block.Length; size > 0;)
        {
            try
            {
                await file.WriteAsync(block.AsMemory(0, size));
            }
            catch (IOException)
            {
                // No room for so much; for less there may be.
                size /= 2;
            }
        }

        file.SetLength(Math.Max(0, file.Length - free));
    }

    /// <summary>Gives the room back.</summary>
    public Task FreeAsync()
    {
        File.Delete(Ballast);
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await RunAsync("umount", _folder);
        Directory.Delete(_folder);
    }

    static async Task RunAsync(string program, params string[] arguments)
    {
        var result = await ToolProcess.RunAsync(program, arguments);
        if (result.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {result.ExitCode}: {result.Written}");
        }
    }
}
